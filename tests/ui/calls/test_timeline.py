"""A call, told line by line."""

from datetime import timedelta

import pytest

from desktop.models.calls import LaterQuestion, Note, Objection, QuestionState, Verbatim
from desktop.models.needs import Reply
from desktop.services.call_account import Marked, Moment, Move, Said, SaidBack
from desktop.ui.calls.timeline import AT_ONCE, MomentRow, Timeline, told
from tests.conftest import MONDAY
from tests.ui.accessibility import nameless, rich_text_labels


def said(kind: type, text: str, **more: object) -> Said:
    entry = kind(text=text, corrected="", tags=[], citable=False, offset_seconds=5, at=MONDAY + timedelta(seconds=5))
    for name, value in more.items():
        setattr(entry, name, value)
    return Said(entry, "Claire", "Need")


@pytest.mark.parametrize(
    ("what", "words", "detail"),
    [
        (said(Verbatim, "We lose a day.", tags=["impact"]), "“We lose a day.”", "Claire · Need · #impact"),
        (said(Verbatim, "typo", corrected="Right"), "“Right”", "Claire · Need"),
        (said(Note, "careful"), "careful", "Note to self"),
        (said(LaterQuestion, "how many?"), "how many?", "To ask later"),
        (said(Objection, "too dear", settled=True), "“too dear”", "Objection, settled"),
        (said(Objection, "too dear", settled=None), "“too dear”", "Objection"),
        (Move("Budget", "", "3", ()), "Budget: not asked → 3", ""),
        (Move("Budget", "2", "?", (), "Karim"), "Budget: 2 → unknown", "Karim"),
        (Marked("Main goal", QuestionState.SKIPPED), "Skipped: Main goal", ""),
        (
            SaidBack("You lose a day?", Reply.CORRECTED, "Two days"),
            "You lose a day?",
            "Said back, put right: “Two days”",
        ),
    ],
)
def test_each_thing_says_what_it_is(what: object, words: str, detail: str) -> None:
    _icon, _kind, shown, more = told(Moment(5, what))  # type: ignore[arg-type]
    assert (shown, more) == (words, detail)


def test_five_hundred_moments_are_laid_out_a_page_at_a_time(qtbot) -> None:
    view = Timeline()
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.show_moments([Moment(second, said(Verbatim, f"sentence {second}")) for second in range(500)])
    view.show()
    assert len(view.findChildren(MomentRow)) == AT_ONCE
    assert view.more.isVisible()
    view.more.click()
    assert len(view.findChildren(MomentRow)) == 2 * AT_ONCE
    assert nameless(view) == [] and rich_text_labels(view) == []


def test_a_short_call_needs_no_button(qtbot) -> None:
    view = Timeline()
    qtbot.addWidget(view)
    view.show_moments([Moment(1, Marked("Main goal", QuestionState.ASKED))])
    view.show()
    assert not view.more.isVisible()
