"""The bars of a plan: where they stand, and what they say without their colours."""

import re
from dataclasses import replace
from datetime import date

from desktop.documents.gantt import gantt
from desktop.documents.sheet import WIDTH
from desktop.documents.styles import styles
from desktop.documents.typesetter import Typesetter
from desktop.i18n import Language
from desktop.models.backplan import count_back
from tests.documents.cases import CLAIRE
from tests.documents.plan_case import CALENDAR, ISSUED, LATE, PLAN, TASKS, laid, long_plan
from tests.documents.reading import flat, reader, text_of


def drawing(plan=PLAN):
    return gantt(plan, Typesetter(Language("fr"), styles("#0F6E6E")), WIDTH)


def drawn(data: bytes) -> str:
    """What the first page tells the printer to do."""
    return reader(data).pages[0].get_contents().get_data().decode("latin-1")


def test_it_splits_between_steps_and_keeps_three_of_them_together() -> None:
    whole = drawing(long_plan(20))
    _wide, high = whole.wrap(WIDTH, 700)
    parts = whole.split(WIDTH, high / 2)
    assert len(parts) == 2
    heights = [part.wrap(WIDTH, 700)[1] for part in parts]
    assert heights[0] <= high / 2 and sum(heights) > high
    assert whole.split(WIDTH, 60) == []
    nearly = whole.split(WIDTH, high - 1)
    assert nearly[1].wrap(WIDTH, 700)[1] == drawing(long_plan(3)).wrap(WIDTH, 700)[1]


def test_a_plan_of_few_steps_is_never_over_two_pages() -> None:
    for count in (7, 12):
        short = drawing(long_plan(count))
        assert short.split(WIDTH, short.wrap(WIDTH, 700)[1] - 1) == []
    assert drawing(long_plan(13)).split(WIDTH, 200) != []


def test_sides_and_closed_days_are_said_in_words() -> None:
    text = flat(text_of(laid(replace(CLAIRE, plan=PLAN))))
    for words in ("souhaité : 29 janv.", "non travaillé", "marge", "en gras : étapes critiques", "11 janv."):
        assert flat(words) in text
    assert text.count("Nous") >= 4 and text.count("Vous") >= 4


def test_theirs_is_hatched_and_ours_is_solid() -> None:
    ours = tuple(replace(task, side=TASKS[-1].side) for task in TASKS)
    plain = drawn(laid(replace(CLAIRE, plan=count_back(ours, date(2027, 1, 29), CALENDAR, ISSUED))))
    hatched = drawn(laid(replace(CLAIRE, plan=PLAN)))
    assert hatched.count(" l S") > plain.count(" l S") + 10


def test_days_that_are_not_worked_are_shaded_together() -> None:
    shade = ".92549 .937255 .94902 rg"
    page = drawn(laid(replace(CLAIRE, plan=PLAN)))
    after = page[page.index(shade) :]
    boxes = [tuple(map(float, found)) for found in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f", after)]
    day = boxes[1][2] / 2
    # Year end: from 24 December to Sunday 3 January; then two weekends.
    assert [round(box[2] / day) for box in boxes[:4]] == [11, 2, 2, 2]


def test_a_plan_of_years_is_drawn_and_never_outside() -> None:
    plan = long_plan(60)
    slow = count_back(tuple(replace(task, days=200) for task in TASKS), date(2040, 1, 1), CALENDAR, ISSUED)
    for each in (plan, slow, LATE):
        data = laid(replace(CLAIRE, plan=each))
        assert reader(data).pages
        xs = [float(x) for x in re.findall(r"([\d.]+) [\d.]+ [\d.]+ 8 re", drawn(data))]
        assert all(0 <= x <= WIDTH for x in xs)
