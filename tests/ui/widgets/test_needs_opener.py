"""The needs on a page without a call: opened over it, done and undone with its acts, followed while they are open."""

import pytest
from PySide6.QtCore import Qt

from desktop.services import needs
from desktop.ui.widgets.needs_opener import NeedsOpener
from tests.ui.widgets.needs_case import Desk, desk  # noqa: F401

KEY = Qt.Key


@pytest.fixture
def opener(desk: Desk, qtbot) -> NeedsOpener:  # noqa: F811
    return NeedsOpener(desk.workspace, desk.show(qtbot), desk.act, lambda text, _undo: desk.refused.append(text))


def test_a_need_is_made_and_written_and_every_act_undone_by_name(desk: Desk, opener: NeedsOpener) -> None:  # noqa: F811
    desk.say("We lose a day a week.", "It is a monster.")
    opener.open(desk.prospect_id, "Ateliers Brévent")
    assert opener.overlay.title.text() == "Needs · Ateliers Brévent"
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Return)
    desk.type("Time back")
    desk.press(KEY.Key_Escape)
    (stated,) = desk.needs()
    assert (stated.need.statement, stated.verbatims[0].text) == ("Time back", "It is a monster.")
    assert desk.stack.undoText() == "Need changed: It is a monster."
    assert desk.toasts == ["Need: It is a monster.", "Need changed: It is a monster."]
    desk.undo()
    assert opener.overlay.list.rows()[0].statement == ""
    desk.undo()
    assert desk.needs() == [] and len(opener.overlay.loose.rows()) == 2


def test_an_undo_of_before_it_was_opened_again_is_shown(desk: Desk, opener: NeedsOpener) -> None:  # noqa: F811
    desk.say("one", "two")
    opener.open(desk.prospect_id, "Brévent")
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_Escape)
    opener.open(desk.prospect_id, "Brévent")
    assert len(opener.overlay.list.rows()) == 1
    desk.undo()
    assert opener.overlay.list.rows() == []


def test_one_after_the_other_each_prospect_has_its_own(desk: Desk, opener: NeedsOpener, clock) -> None:  # noqa: F811
    other = Desk(desk.workspace, clock, "Kerbrat")
    desk.say("one")
    other.say("two")
    opener.open(desk.prospect_id, "Brévent")
    opener.open(other.prospect_id, "Kerbrat")
    assert opener.overlay.title.text() == "Needs · Brévent"
    desk.press(KEY.Key_Escape)
    opener.open(other.prospect_id, "Kerbrat")
    desk.press(KEY.Key_Return)
    assert (len(desk.needs()), len(other.needs())) == (0, 1)


def test_closing_saves_what_is_typed(desk: Desk, opener: NeedsOpener) -> None:  # noqa: F811
    desk.acts.make(desk.say("one")[0])
    opener.close()
    opener.open(desk.prospect_id, "Brévent")
    desk.press(KEY.Key_Return)
    desk.type("Time back")
    opener.close()
    assert desk.needs()[0].need.statement == "Time back" and not opener.overlay.isVisible()


def test_where_nothing_was_said_it_says_so_and_stays_closed(desk: Desk, opener: NeedsOpener) -> None:  # noqa: F811
    opener.open(desk.prospect_id, "Brévent")
    assert desk.refused == ["No need yet: they come from what is said in a call."]
    assert not opener.overlay.isVisible()
    desk.say("one")
    opener.open(desk.prospect_id, "Brévent")
    assert opener.overlay.isVisible()


def test_what_is_refused_is_said_and_nothing_kept(desk: Desk, opener: NeedsOpener, clock) -> None:  # noqa: F811
    other = Desk(desk.workspace, clock, "Kerbrat")
    desk.acts.make(desk.say("one")[0])
    opener.open(desk.prospect_id, "Brévent")
    count = desk.stack.count()
    opener.overlay.attached.emit(desk.needs()[0].need.id, other.say("two")[0])
    assert desk.refused == ["These words are those of another prospect."]
    assert desk.stack.count() == count and len(desk.needs()[0].verbatims) == 1


def test_it_follows_what_is_done_elsewhere_while_it_is_open(desk: Desk, opener: NeedsOpener, clock) -> None:  # noqa: F811
    first, second = desk.say("one", "two")
    opener.open(desk.prospect_id, "Brévent")
    desk.workspace.do(needs.add_need, desk.prospect_id, [first], now=clock.now())
    assert len(opener.overlay.list.rows()) == 1
    desk.press(KEY.Key_Escape)
    desk.workspace.do(needs.add_need, desk.prospect_id, [second], now=clock.now())
    assert len(opener.overlay.list.rows()) == 1
