"""A call from end to end by keyboard alone, and everything that may go wrong on the way."""

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.models.calls import CallState, QuestionState
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.matrix import Heat
from desktop.models.statuses import Status
from desktop.services import calls, followups, prospects, templates
from desktop.ui.actions import ActionRegistry
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.calls.conftest import CTRL, SHIFT, Rep

KEY = Qt.Key
LEVELS = {0: KEY.Key_0, 1: KEY.Key_1, 2: KEY.Key_2, 3: KEY.Key_3}


class NoMouse(QObject):
    """Fails the test at the first mouse event: a call is done by keyboard alone."""

    def eventFilter(self, watched: QObject, event: object) -> bool:
        assert not isinstance(event, QMouseEvent)
        return False


def test_a_call_of_twelve_questions_is_done_by_keyboard_alone(rep: Rep, qtbot) -> None:
    guard = NoMouse()
    QApplication.instance().installEventFilter(guard)
    ended = []
    rep.page.call_ended.connect(ended.append)
    rep.press(KEY.Key_Return)
    call_id = rep.call_id
    script = templates.script("b2b", "en")
    assert len(script.questions) == 12
    scores = {"need": 3, "timing": 3, "budget": 2, "authority": 3}
    for place, question in enumerate(script.questions):
        rep.clock.advance(40)
        assert rep.page.live.question.text.text() == question.text
        rep.say(f"answer {place} to {question.title}")
        if place < 2:
            rep.ctrl(KEY.Key_B)
        if question.criterion in scores:
            rep.ctrl(LEVELS[scores.pop(question.criterion)])
        elif question.key == "tools":
            rep.ctrl(KEY.Key_I)
        rep.ctrl(KEY.Key_Return)
        assert rep.focused is rep.page.live.line
    rep.say("- Karim already tried a spreadsheet")
    rep.say("! your competitor is cheaper")
    rep.say("=hot")

    assert rep.page.live.grid.total.text() == "11 to 14"
    assert rep.page.live.grid.heat.heat == "hot"
    assert [row.words.text() for row in rep.page.live.entries.rows[:1]] == ["“answer 0 to Reason for the call”"]
    assert len(rep.page.live.entries.rows) == 14
    said = rep.said()
    assert [text for kind, text, _citable in said if kind == "verbatim"] == [
        f"answer {place} to {question.title}" for place, question in enumerate(script.questions)
    ]
    assert [citable for _kind, _text, citable in said].count(True) == 2
    assert ("note", "Karim already tried a spreadsheet", False) in said
    assert ("objection", "your competitor is cheaper", False) in said
    answers = {row.criterion.key: row.answer for row in rep.saved_sheet().rows}
    assert answers == {"need": 3, "budget": 2, "authority": 3, "timing": 3, "fit": "?"}

    rep.press(KEY.Key_Return, CTRL | SHIFT)
    assert rep.page.end.isVisible()
    assert "answer 0" in rep.page.end.recap.sentence.text()
    rep.page.end.form.subject.setFocus()
    rep.type("send the customer case")
    rep.press(KEY.Key_Return)

    QApplication.instance().removeEventFilter(guard)
    saved = rep.saved_call(call_id)
    assert saved.state is CallState.CONCLUDED
    assert saved.elapsed_seconds == 480
    marks = rep.workspace.ask(calls.outline, call_id).marks
    assert set(marks.values()) == {QuestionState.ASKED} and len(marks) == 12
    step = rep.workspace.ask(followups.next_of, rep.prospect_id)
    assert (step.channel, step.objective, step.subject) == (
        Channel.PHONE,
        Objective.VALIDATION,
        "send the customer case",
    )
    assert step.call_id == call_id
    assert rep.workspace.ask(prospects.load_prospect, rep.prospect_id).heat is Heat.HOT
    assert ended == [rep.prospect_id]


@pytest.mark.parametrize(
    ("key", "level"),
    [(KEY.Key_Agrave, 0), (KEY.Key_Ampersand, 1), (KEY.Key_Eacute, 2), (KEY.Key_QuoteDbl, 3)],
)
def test_the_digit_row_of_a_french_keyboard_scores_without_shift(on_call: Rep, key: Qt.Key, level: int) -> None:
    on_call.ctrl(key)
    assert on_call.saved_sheet().row("need").answer == level
    assert on_call.page.live.grid.rows["need"].buttons.mark == str(level)
    assert on_call.page.live.line.toPlainText() == ""


def test_scoring_leaves_the_words_being_typed_alone(on_call: Rep) -> None:
    on_call.type("half a sen")
    on_call.ctrl(KEY.Key_2)
    on_call.type("tence")
    assert on_call.page.live.line.toPlainText() == "half a sentence"
    assert on_call.saved_sheet().row("need").answer == 2


def test_the_same_score_again_clears_it(on_call: Rep) -> None:
    on_call.ctrl(KEY.Key_2)
    on_call.ctrl(KEY.Key_2)
    assert on_call.saved_sheet().row("need").answer == ""
    assert on_call.page.live.grid.rows["need"].buttons.mark == ""


def test_undo_and_redo_are_named_and_reach_the_file(on_call: Rep) -> None:
    actions = {action.id: action for action in on_call.page.commands()}
    assert not actions["call.undo"].enabled()
    on_call.say("we lose a day a week")
    on_call.ctrl(KEY.Key_3)
    assert actions["call.undo"].text == "Undo: score Stated need = 3"
    on_call.ctrl(KEY.Key_Z)
    assert on_call.saved_sheet().row("need").answer == ""
    on_call.ctrl(KEY.Key_Z)
    assert on_call.said() == []
    assert on_call.page.live.entries.rows == []
    assert actions["call.redo"].text == "Redo: words: we lose a day a week"
    on_call.press(KEY.Key_Z, CTRL | SHIFT)
    on_call.press(KEY.Key_Z, CTRL | SHIFT)
    assert on_call.said() == [("verbatim", "we lose a day a week", False)]
    assert on_call.saved_sheet().row("need").answer == 3
    assert on_call.page.live.grid.rows["need"].buttons.mark == "3"


def test_undo_in_a_line_with_text_takes_back_typing_only(on_call: Rep) -> None:
    on_call.ctrl(KEY.Key_3)
    on_call.type("oops")
    on_call.ctrl(KEY.Key_Z)
    assert on_call.page.live.line.toPlainText() == ""
    assert on_call.saved_sheet().row("need").answer == 3


@contextmanager
def no_room_on_disk() -> Iterator[None]:
    """No file of this process may grow: what a full disk does to a write."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_loses_nothing_and_says_so(on_call: Rep) -> None:
    on_call.ctrl(KEY.Key_1)
    live = on_call.page.live
    with no_room_on_disk():
        on_call.ctrl(KEY.Key_3)
        assert live.grid.rows["need"].buttons.mark == "1"
        assert "disk" in live.banner.text
        on_call.say("precious words")
        assert live.line.toPlainText() == "precious words"
        assert live.entries.rows == []
        on_call.ctrl(KEY.Key_Return)
        assert on_call.page.call.question.key == "opening"
    assert on_call.said() == []
    assert on_call.saved_sheet().row("need").answer == 1
    on_call.press(KEY.Key_Return)
    assert live.line.toPlainText() == ""
    assert live.banner.text == ""
    assert on_call.said() == [("verbatim", "precious words", False)]
    assert on_call.page.call.stack.undoText() == "words: precious words"


def test_a_heat_that_does_not_exist_stays_in_the_line(on_call: Rep) -> None:
    on_call.say("=boiling")
    assert on_call.page.live.line.toPlainText() == "=boiling"
    assert "boiling" in on_call.page.live.banner.text


def test_a_killed_call_reopens_at_the_same_question_with_everything(
    on_call: Rep, at_desk: Callable[[], Rep], qtbot
) -> None:
    on_call.say("we lose a day a week")
    on_call.ctrl(KEY.Key_B)
    on_call.ctrl(KEY.Key_3)
    on_call.ctrl(KEY.Key_Return)
    on_call.clock.advance(75)
    on_call.ctrl(KEY.Key_Down)
    call_id = on_call.call_id
    # Nothing is said to the page before it goes: the next one has only the file.
    again = at_desk()
    assert again.workspace.ask(calls.running_call) == call_id
    again.clock.advance(3600)
    again.page.resume(call_id)
    live = again.page.live
    assert live.question.text.text() == again.page.call.script.questions[2].text
    assert [row.words.text() for row in live.entries.rows] == ["“we lose a day a week”"]
    assert live.entries.rows[0].star.isChecked()
    assert live.grid.rows["need"].buttons.mark == "3"
    assert live.outline.row("opening").state is QuestionState.ASKED
    assert again.page.call.elapsed == 75


def test_the_end_is_refused_without_a_next_step_or_a_reason(on_call: Rep) -> None:
    on_call.press(KEY.Key_R, CTRL)
    end = on_call.page.end
    end.reason.setFocus()
    on_call.press(KEY.Key_Return)
    assert end.reason_field.error == "Say in a few words why there is no next step."
    assert on_call.saved_call().state is CallState.RUNNING
    call_id = on_call.call_id
    on_call.say("already equipped until 2030")
    saved = on_call.saved_call(call_id)
    assert (saved.state, saved.no_follow_up_reason) == (CallState.CONCLUDED, "already equipped until 2030")
    assert on_call.workspace.ask(followups.next_of, on_call.prospect_id) is None


def test_a_next_step_already_past_is_refused_and_the_form_stays(on_call: Rep) -> None:
    on_call.ctrl(KEY.Key_R)
    form = on_call.page.end.form
    form.due.set_value(on_call.clock.now().replace(tzinfo=None, year=2025))
    on_call.press(KEY.Key_Return, CTRL | SHIFT)
    assert "already past" in on_call.page.end.banner.text
    assert on_call.saved_call().state is CallState.RUNNING
    assert on_call.page.end.isVisible()


def test_escape_goes_back_to_the_call_and_leaving_concludes_nothing(on_call: Rep) -> None:
    on_call.press(KEY.Key_Return, CTRL | SHIFT)
    on_call.press(KEY.Key_Escape)
    assert on_call.focused is on_call.page.live.line
    on_call.press(KEY.Key_Return, CTRL | SHIFT)
    call_id = on_call.call_id
    on_call.page.end.leave_button.setFocus()
    on_call.press(KEY.Key_Space)
    assert on_call.saved_call(call_id).state is CallState.LEFT
    on_call.page.prepare(on_call.prospect_id)
    assert on_call.page.start.left_card.isVisible()
    on_call.press(KEY.Key_Return)
    assert on_call.call_id == call_id
    assert on_call.saved_call().state is CallState.RUNNING


def test_no_price_is_offered_to_who_is_lukewarm(on_call: Rep) -> None:
    for _criterion in range(5):
        on_call.ctrl(KEY.Key_2 if _criterion < 2 else KEY.Key_1)
        on_call.press(KEY.Key_Down, CTRL | SHIFT)
    on_call.say("=warm")
    on_call.press(KEY.Key_Return, CTRL | SHIFT)
    end = on_call.page.end
    assert not end.propose.isEnabled()
    assert end.no_proposal.isVisible()
    assert end.no_proposal.text() == "No proposal at this stage: nurturing, active follow-up."
    asked = []
    on_call.page.proposal_requested.connect(lambda *what: asked.append(what))
    on_call.press(KEY.Key_P, CTRL | SHIFT)
    assert asked == [] and on_call.saved_call().state is CallState.RUNNING


def test_a_hot_and_good_prospect_goes_on_to_the_proposal(on_call: Rep) -> None:
    for _criterion in range(5):
        on_call.ctrl(KEY.Key_3)
        on_call.press(KEY.Key_Down, CTRL | SHIFT)
    on_call.say("=hot")
    asked = []
    on_call.page.proposal_requested.connect(lambda *what: asked.append(what))
    call_id = on_call.call_id
    on_call.press(KEY.Key_Return, CTRL | SHIFT)
    on_call.press(KEY.Key_P, CTRL | SHIFT)
    assert asked == [(on_call.prospect_id, call_id)]
    assert on_call.saved_call(call_id).state is CallState.CONCLUDED


def test_the_suggested_status_is_applied_by_its_button(on_call: Rep) -> None:
    for key in (KEY.Key_3, KEY.Key_2):
        on_call.ctrl(key)
        on_call.press(KEY.Key_Down, CTRL | SHIFT)
    on_call.say("we lose a day a week")
    on_call.page.call.scoring.score(2, "fit")
    on_call.press(KEY.Key_Return, CTRL | SHIFT)
    button = on_call.page.end.recap.status_button
    assert button.text() == "Move to “qualified prospect”"
    button.setFocus()
    on_call.press(KEY.Key_Space)
    assert on_call.workspace.ask(prospects.load_prospect, on_call.prospect_id).status is Status.QUALIFIED
    assert button.isHidden()


def test_one_key_is_enough_outside_the_text(on_call: Rep) -> None:
    on_call.press(KEY.Key_Escape)
    assert on_call.focused is on_call.page.live
    on_call.press(KEY.Key_3)
    assert on_call.saved_sheet().row("need").answer == 3
    on_call.press(KEY.Key_Right)
    on_call.press(KEY.Key_I)
    assert on_call.saved_sheet().row("budget").answer == "?"
    on_call.press(KEY.Key_Delete)
    assert on_call.saved_sheet().row("budget").answer == ""
    on_call.type("w")
    assert on_call.saved_sheet().heat is Heat.WARM
    on_call.press(KEY.Key_Down)
    assert on_call.saved_call().question == "objective"
    on_call.press(KEY.Key_Space)
    assert on_call.workspace.ask(calls.outline, on_call.call_id).marks == {"objective": QuestionState.ASKED}
    on_call.press(KEY.Key_R)
    assert on_call.page.end.isVisible()
    on_call.press(KEY.Key_Escape)
    assert on_call.focused is on_call.page.live.line


def test_a_question_is_found_by_a_word(on_call: Rep) -> None:
    on_call.ctrl(KEY.Key_G)
    on_call.type("budget")
    on_call.press(KEY.Key_Return)
    assert on_call.saved_call().question == "budget"
    assert on_call.page.call.at_hand == "budget"
    assert on_call.focused is on_call.page.live.line


def test_words_still_in_the_line_answer_the_question_they_were_typed_under(on_call: Rep) -> None:
    on_call.type("because of the audit")
    on_call.ctrl(KEY.Key_Return)
    (entry,) = on_call.workspace.ask(calls.entries, on_call.call_id)
    assert (entry.text, entry.question) == ("because of the audit", "opening")
    assert on_call.saved_call().question == "objective"


def test_a_skipped_question_is_told_from_an_asked_one(on_call: Rep) -> None:
    on_call.press(KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert on_call.page.live.outline.row("opening").state is QuestionState.SKIPPED
    assert on_call.page.live.outline.row("opening").accessibleName() == "Reason for the call, skipped"
    assert on_call.page.call.asked == 0


def test_the_timer_follows_the_monotonic_clock_and_turns_amber(on_call: Rep) -> None:
    timer = on_call.page.header_widgets()[2]
    on_call.clock.advance(60 * 23 + 59)
    on_call.page.tick()
    assert (timer.text, timer.late) == ("23:59", False)
    on_call.clock.advance(1)
    on_call.page.tick()
    assert (timer.text, timer.late) == ("24:00", True)
    assert on_call.saved_call().elapsed_seconds == 60 * 23 + 59


def test_the_header_says_who_and_how_far(on_call: Rep) -> None:
    assert on_call.page.title() == "Claire Fontaine — Ateliers Brévent"
    assert on_call.page.subtitle() == "Managing director · 38 people"
    on_call.ctrl(KEY.Key_Return)
    assert on_call.page.header_widgets()[0].text() == "1/12 questions"


def test_every_key_is_an_action_and_none_is_taken_twice(rep: Rep) -> None:
    registry = ActionRegistry()
    registry.add(*rep.page.commands())
    keys = {key for action in registry.visible("call") for key in action.keys}
    wanted = {"Ctrl+0", "Ctrl+3", "Ctrl+I", "Ctrl+Return", "Ctrl+Up", "Ctrl+Down", "Ctrl+B", "Ctrl+Shift+Up"}
    assert wanted | {"Ctrl+G", "Ctrl+R", "Ctrl+Shift+Return", "Ctrl+Z", "Ctrl+Shift+Z", "Return"} <= keys
    assert all(action.text for action in registry.visible("call"))


def _unnamed(rep: Rep) -> list[str]:
    return nameless(rep.window)


def test_every_panel_is_accessible_and_shows_plain_text(on_call: Rep) -> None:
    on_call.say("<b>bold</b> & <img src=x>")
    on_call.say("? <i>who signs</i>")
    on_call.ctrl(KEY.Key_G)
    assert _unnamed(on_call) == [] and rich_text_labels(on_call.window) == []
    on_call.press(KEY.Key_Escape)
    on_call.press(KEY.Key_Return, CTRL | SHIFT)
    assert "<b>bold</b>" in on_call.page.end.recap.sentence.text()
    assert _unnamed(on_call) == [] and rich_text_labels(on_call.window) == []
    for widget in on_call.page.header_widgets():
        assert nameless(widget) == []


def test_only_one_call_runs_and_the_other_can_be_taken_up_again(on_call: Rep) -> None:
    first = on_call.call_id
    other = on_call.workspace.do(prospects.create_prospect, now=on_call.clock.now(), company="NovaTec")
    on_call.page.prepare(other)
    assert "Ateliers Brévent" in on_call.page.start._notice.text()
    on_call.press(KEY.Key_Return)
    assert on_call.saved_call(first).state is CallState.LEFT
    assert on_call.saved_call().state is CallState.RUNNING
    assert on_call.page.title() == "NovaTec"
