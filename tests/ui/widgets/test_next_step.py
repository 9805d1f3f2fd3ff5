"""The next step by keys alone: a day, a channel, an objective, a subject."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import i18n
from desktop.clock import FixedClock
from desktop.models.followup_kinds import Channel, Objective
from desktop.services.followups import NextStep
from desktop.ui.widgets.next_step import NextStepForm, StepSetting
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def form(qtbot, clock: FixedClock) -> NextStepForm:
    form = NextStepForm(clock)
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
    return form


def test_it_proposes_the_next_working_day(form: NextStepForm) -> None:
    value = form.value()
    assert value.due_local.isoformat() == "2026-11-24T09:00:00"
    assert (value.zone, value.channel, value.objective) == ("Europe/Paris", Channel.PHONE, Objective.VALIDATION)


def test_by_keys(form: NextStepForm, qtbot) -> None:
    form.focus_first()
    QTest.keyClicks(form.due.line, "friday")
    form.channel.chip("phone").setFocus()
    QTest.keyClick(form.channel.chip("phone"), Qt.Key.Key_Right)
    QTest.keyClick(form.channel.chip("email"), Qt.Key.Key_Space)
    form.objective.segment("validation").setFocus()
    QTest.keyClick(form.objective.segment("validation"), Qt.Key.Key_Right)
    QTest.keyClick(form.objective.segment("precision"), Qt.Key.Key_Space)
    QTest.keyClicks(form.subject, "valider le budget")
    QTest.keyClicks(form.brings, "a case")
    with qtbot.waitSignal(form.submitted):
        QTest.keyClick(form.subject, Qt.Key.Key_Return)
    value = form.value()
    assert value.due_local.isoformat() == "2026-11-27T09:00:00"
    assert (value.channel, value.objective, value.subject) == (Channel.EMAIL, Objective.PRECISION, "valider le budget")
    assert value.brings == "a case"


def test_proofs_are_offered_as_what_it_brings(form: NextStepForm) -> None:
    form.set_setting(StepSetting(offered=("Menuiserie Roux : 12 % de marge", "Un guide")))
    completer = form.brings.completer()
    completer.setCompletionPrefix("marge")
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "Menuiserie Roux : 12 % de marge"


def test_only_the_rep_edits(form: NextStepForm, qtbot) -> None:
    step = form.value()
    with qtbot.assertNotEmitted(form.edited):
        form.start_afresh()
        form.set_value(step)
    with qtbot.waitSignal(form.edited):
        form.channel.chip("email").click()


def test_a_shown_step_comes_back_whole(form: NextStepForm) -> None:
    due = datetime.fromisoformat("2026-03-29T02:30")
    step = NextStep(due, "America/Martinique", Channel.VIDEO, Objective.PROJECTION, "<b>démo</b>", brings="a plan")
    form.set_value(step)
    assert form.value() == step


def test_names_and_french(qtbot, clock: FixedClock) -> None:
    i18n.use("fr")
    form = NextStepForm(clock)
    qtbot.addWidget(form)
    form.show()
    assert form.due.day.text().startswith("mar")
    assert nameless(form) == []
    assert rich_text_labels(form) == []
