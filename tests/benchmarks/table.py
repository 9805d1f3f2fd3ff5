"""What was measured, beside what was aimed at: printed as it comes, then all together."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Row:
    """One figure. ``met`` is ``None`` when nothing was aimed at."""

    what: str
    measured: str
    floor: str
    ratio: str
    aim: str
    met: bool | None


@dataclass
class Table:
    rows: list[Row] = field(default_factory=list)

    def add(
        self,
        what: str,
        measured: float,
        unit: str,
        *,
        floor: float | None = None,
        ratio: float | None = None,
        most: float | None = None,
    ) -> None:
        """``ratio``: the most the measure may be of its ``floor``; ``most``: the most it may be, in its own unit."""
        times = measured / floor if floor else None
        aims = [f"≤ {ratio:g} ×"] if ratio else []
        aims += [f"≤ {most:g} {unit}"] if most else []
        kept = [times <= ratio] if ratio and times is not None else []
        kept += [measured <= most] if most else []
        row = Row(
            what,
            f"{measured:.2f} {unit}" if measured < 100 else f"{measured:.0f} {unit}",
            (f"{floor:.2f} {unit}" if floor < 100 else f"{floor:.0f} {unit}") if floor else "",
            f"{times:.2f} ×" if times is not None else "",
            ", ".join(aims),
            all(kept) if kept else None,
        )
        self.rows.append(row)
        print(_line(row), flush=True)

    def show(self) -> None:
        print(f"\n{_line(Row('', 'measured', 'floor', 'ratio', 'aim', None))}\n{'─' * 118}")
        for row in self.rows:
            print(_line(row))
        missed = sum(row.met is False for row in self.rows)
        print(f"{'─' * 118}\n{sum(row.met is True for row in self.rows)} aims met, {missed} missed")


def _line(row: Row) -> str:
    verdict = {True: "met", False: "MISSED", None: ""}[row.met]
    return f"{row.what:<56} {row.measured:>12} {row.floor:>12} {row.ratio:>9}  {row.aim:<14} {verdict}"


def percentile(values: Sequence[float], percent: float) -> float:
    """The value under which that share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def median(values: Sequence[float]) -> float:
    return statistics.median(values)
