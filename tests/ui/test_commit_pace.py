"""A disk is slow when most saves are, not when one is."""

import pytest

from desktop.ui.commit_pace import SLOW_SECONDS, WATCHED_COMMITS, CommitPace


@pytest.mark.parametrize(
    ("fast", "slow", "usual"),
    [
        (0, WATCHED_COMMITS - 1, 0.0),
        (WATCHED_COMMITS - 5, 5, 0.0),
        (WATCHED_COMMITS - 6, 6, SLOW_SECONDS * 2),
        (WATCHED_COMMITS * 3, 6, SLOW_SECONDS * 2),
    ],
)
def test_it_is_told_once_six_of_the_last_hundred_are_slow(fast, slow, usual):
    pace = CommitPace()
    said = [pace.add(seconds) for seconds in [SLOW_SECONDS] * fast + [SLOW_SECONDS * 2] * slow]
    assert said[-1] == usual and not any(said[:-1])


def test_a_disk_that_is_fast_again_is_forgiven():
    pace = CommitPace()
    for _commit in range(WATCHED_COMMITS):
        pace.add(SLOW_SECONDS * 2)
    assert [pace.add(0.001) for _commit in range(WATCHED_COMMITS)][-1] == 0.0
