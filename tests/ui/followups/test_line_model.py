"""A list of sixty thousand reads the page that is shown, and no other."""

import uuid
from datetime import UTC, date, datetime

from desktop.services.board import Line, Part, Unplanned
from desktop.ui.followups.line_model import PAGE, LineModel

TODAY = date(2026, 11, 23)


def model() -> tuple[LineModel, list[tuple[Part, int, int]]]:
    asked: list[tuple[Part, int, int]] = []

    def fetch(part: Part, offset: int, limit: int) -> tuple[Line, ...]:
        asked.append((part, offset, limit))
        at = datetime(2026, 11, 1, tzinfo=UTC)
        return tuple(Unplanned(uuid.uuid4(), f"{part} {offset + place}", "", None, at) for place in range(limit))

    return LineModel(fetch), asked


def test_only_the_pages_that_are_shown_are_read() -> None:
    lines, asked = model()
    lines.set_counts({Part.LATE: 2, Part.TODAY: 0, Part.LATER: 60_000}, TODAY)
    assert lines.rowCount() == 2 + 60_000 + 2
    assert [lines.is_heading(row) for row in range(4)] == [True, False, False, True]
    assert lines.heading(3) == "Later · 60,000"
    assert asked == []
    last = lines.line(lines.rowCount() - 1)
    assert isinstance(last, Unplanned) and last.name == "later 59999"
    assert asked == [(Part.LATER, 60_000 - 60_000 % PAGE if 60_000 % PAGE else 59_940, PAGE)]
    assert lines.line(0) is None and lines.line(-1) is None and lines.line(70_000) is None


def test_the_same_numbers_keep_the_rows_and_read_them_anew(qtbot) -> None:
    lines, asked = model()
    lines.set_counts({Part.LATE: 2}, TODAY)
    first = lines.data(lines.index(1))
    with qtbot.assertNotEmitted(lines.modelReset):
        lines.set_counts({Part.LATE: 2}, TODAY)
    assert lines.data(lines.index(1)) == first and len(asked) == 2
    with qtbot.waitSignal(lines.modelReset):
        lines.set_counts({Part.LATE: 1}, TODAY)
    assert not lines.flags(lines.index(0)) & lines.flags(lines.index(1))
