"""How fast the disk keeps what is typed: one slow save is nothing, a slow disk is to be told."""

from collections import deque

SLOW_SECONDS = 0.016
"""A frame: a save that takes longer is felt."""
WATCHED_COMMITS = 100


class CommitPace:
    """The last saves; ``add`` each one."""

    def __init__(self) -> None:
        self._seconds: deque[float] = deque(maxlen=WATCHED_COMMITS)

    def add(self, seconds: float) -> float:
        """Seconds that 95 of the last hundred saves stay within; 0 while nobody feels them, or they are too few."""
        self._seconds.append(seconds)
        if len(self._seconds) < WATCHED_COMMITS:
            return 0.0
        usual = sorted(self._seconds)[WATCHED_COMMITS * 95 // 100 - 1]
        return usual if usual > SLOW_SECONDS else 0.0
