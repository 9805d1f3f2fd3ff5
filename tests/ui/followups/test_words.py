"""A line in words, whatever was typed, in both languages."""

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime

from desktop import i18n
from desktop.services.board import Part, Paused, Unplanned
from desktop.ui.followups import words
from tests.ui.today.test_words import task

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 2, tzinfo=UTC)


def test_a_follow_up_says_all_that_is_drawn() -> None:
    line = replace(
        task("2026-11-20T09:00", subject=" one\n two "), brings="a case", cadence="After a show", step=2, steps=4
    )
    assert words.told(line, TODAY) == (
        "Fri 20 Nov 09:00 · late · Claire · Brévent · one two · Phone · validation · a case · After a show (2/4)"
    )
    assert words.when(task(), TODAY) == "14:00"
    i18n.use("fr")
    assert words.how(line) == "Téléphone · validation"


def test_one_without_a_date_says_why() -> None:
    nothing = Unplanned(uuid.uuid4(), "Brévent", "Claire", None, AT)
    assert words.told(nothing, TODAY) == "Brévent · Claire · nothing planned, last touched on 2 Nov"
    held = Paused(uuid.uuid4(), uuid.uuid4(), "Brévent", "", None, "After a show", 2, 3, "They answered.", AT)
    assert words.told(held, TODAY) == "since 2 Nov · Brévent · They answered. · After a show (2/3)"
    assert (words.named(held), words.how(held)) == ("Brévent", "")


def test_each_part_has_its_name() -> None:
    assert len({words.part_name(part) for part in Part}) == len(Part)
