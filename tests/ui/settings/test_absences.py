"""My absences: typed in words, listed, removed, undone; appointments stay the rep's."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import i18n
from desktop.clock import FixedClock
from desktop.models.followup_kinds import Channel, Objective
from desktop.services import absences, followups
from desktop.services.followups import NextStep
from desktop.services.prospects import create_prospect
from desktop.ui.settings.absences import AbsencesSection
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.move_popover import MovePopover
from desktop.ui.workspace import Workspace
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def section(qtbot, workspace: Workspace, clock: FixedClock) -> AbsencesSection:
    i18n.use("fr")
    section = AbsencesSection(workspace)
    qtbot.addWidget(section)
    workspace.changed.connect(lambda _touched: section.show_absences())
    section.show_absences()
    with qtbot.waitActive(section):
        section.show()
    return section


def planned(workspace: Workspace, clock: FixedClock, who: str, channel: Channel) -> Callable[[], datetime]:
    key = workspace.do(create_prospect, now=clock.now(), company=who)
    step = NextStep(datetime.fromisoformat("2026-12-23T14:00"), "Europe/Paris", channel, Objective.VALIDATION)
    follow_up = workspace.do(followups.plan, key, step, now=clock.now())
    return lambda: workspace.ask(followups.load, follow_up).due_local


def shown(section: AbsencesSection) -> str:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    return " | ".join(label.text() for label in section.findChildren(PlainLabel) if label.isVisible())


def test_declared_in_words_then_undone(section: AbsencesSection, workspace: Workspace, clock: FixedClock) -> None:
    call = planned(workspace, clock, "Brévent", Channel.PHONE)
    meeting = planned(workspace, clock, "<b>Roux</b>", Channel.MEETING)
    toasts: list[tuple[str, Callable[[], None]]] = []
    section.toasted.connect(lambda text, undo: toasts.append((text, undo)))
    section.line.setFocus()
    section.line.setText("du 22 au 31 décembre")
    section.line.textEdited.emit(section.line.text())
    assert "22 au 31 décembre 2026" in section.understood.text()
    QTest.keyClicks(section.name, "Ski")
    QTest.keyClick(section.line, Qt.Key.Key_Return)
    assert [(each.first, each.last, each.name) for each in workspace.ask(absences.current)] == [
        (date(2026, 12, 22), date(2026, 12, 31), "Ski")
    ]
    assert (call().date(), meeting().date()) == (date(2027, 1, 5), date(2026, 12, 23))
    assert "<b>Roux</b>" in shown(section)
    assert "Ski" in shown(section)
    assert "1 " in section.understood.text()
    assert section.declare.hasFocus(), "in the line, Ctrl+Z would be that of its text"
    assert (nameless(section), rich_text_labels(section)) == ([], [])
    toasts[0][1]()
    assert (workspace.ask(absences.current), call().date()) == ([], date(2026, 12, 23))
    assert not section.understood.isVisible(), "nothing waits any more"
    assert toasts[-1][0].startswith("Annulé\u00a0: Absence déclarée")
    assert "Roux" not in shown(section)


def test_removed_and_an_appointment_moved_from_here(
    section: AbsencesSection, workspace: Workspace, clock: FixedClock
) -> None:
    meeting = planned(workspace, clock, "Roux", Channel.MEETING)
    workspace.do(absences.declare, date(2026, 12, 22), date(2026, 12, 31), "", now=clock.now())
    (row,) = [section.appointments.itemAt(2).widget()]
    row.findChildren(type(section.declare))[0].click()
    popover = section.acts.popover
    assert isinstance(popover, MovePopover)
    QTest.keyClicks(popover.picker.line, "fin janvier")
    QTest.keyClick(popover.picker.line, Qt.Key.Key_Return)
    assert meeting() == datetime.fromisoformat("2027-01-29T14:00")
    assert section.appointments.count() == 0
    section.rows.itemAt(0).widget().findChildren(type(section.declare))[0].click()
    assert workspace.ask(absences.current) == []
    section.stack.undo()
    assert len(workspace.ask(absences.current)) == 1


@pytest.mark.parametrize("said", ["", "le budget", "du 2 au 6 mars 2020"])
def test_what_cannot_be_is_said_under_the_line(section: AbsencesSection, workspace: Workspace, said: str) -> None:
    section.line.setText(said)
    section.declare.click()
    assert section.field.error
    assert workspace.ask(absences.current) == []
