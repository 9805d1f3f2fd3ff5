"""The next step by keys alone: a day, a channel, an objective, a subject."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import i18n
from desktop.clock import PARIS, FixedClock
from desktop.models.followup_kinds import Channel, Objective
from desktop.services.followups import NextStep
from desktop.ui.widgets.next_step import NextStepForm
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


@pytest.mark.parametrize(
    ("now", "days"),
    [
        ("2026-11-23T09:30", ["2026-11-24", "2026-11-27", "2026-11-30", "2026-11-30"]),
        ("2026-11-27T09:30", ["2026-11-30", "2026-12-04", "2026-11-30", "2026-12-04"]),
        ("2026-12-24T09:30", ["2026-12-28", "2026-12-28", "2026-12-28", "2026-12-31"]),
    ],
)
def test_chips_skip_days_that_are_not_worked(qtbot, now: str, days: list[str]) -> None:
    form = NextStepForm(FixedClock(datetime.fromisoformat(now).replace(tzinfo=PARIS)))
    qtbot.addWidget(form)
    found = []
    for key in ("tomorrow", "friday", "monday", "week"):
        form.due.chips.chip(key).click()
        found.append(form.value().due_local.date().isoformat())
    assert found == days


def test_by_keys(form: NextStepForm, qtbot) -> None:
    form.focus_first()
    chip = form.due.chips.chip("tomorrow")
    QTest.keyClick(chip, Qt.Key.Key_Right)
    QTest.keyClick(form.due.chips.chip("friday"), Qt.Key.Key_Space)
    form.channel.chip("phone").setFocus()
    QTest.keyClick(form.channel.chip("phone"), Qt.Key.Key_Right)
    QTest.keyClick(form.channel.chip("email"), Qt.Key.Key_Space)
    form.objective.segment("validation").setFocus()
    QTest.keyClick(form.objective.segment("validation"), Qt.Key.Key_Right)
    QTest.keyClick(form.objective.segment("precision"), Qt.Key.Key_Space)
    QTest.keyClicks(form.subject, "valider le budget")
    with qtbot.waitSignal(form.submitted):
        QTest.keyClick(form.subject, Qt.Key.Key_Return)
    value = form.value()
    assert value.due_local.isoformat() == "2026-11-27T09:00:00"
    assert (value.channel, value.objective, value.subject) == (Channel.EMAIL, Objective.PRECISION, "valider le budget")


def test_a_shown_step_comes_back_whole(form: NextStepForm) -> None:
    due = datetime.fromisoformat("2026-03-29T02:30")
    step = NextStep(due, "America/Martinique", Channel.VIDEO, Objective.PROJECTION, "<b>démo</b>")
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
