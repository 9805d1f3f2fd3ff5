"""Reminders in the window: they come without taking the keyboard, and nothing but a key of the rep answers one."""

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import i18n
from desktop.clock import FixedClock
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.services import calls, followups, templates
from desktop.services.followups import NextStep
from desktop.services.prospects import create_prospect
from desktop.ui.main_window import MainWindow
from desktop.ui.reminders.ringing import Ringing
from desktop.ui.workspace import Workspace
from tests.conftest import MONDAY
from tests.hostile import HOSTILE
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.shell import small_window

PHONE = Channel.PHONE


class Desk:
    """A window with reminders, what they asked of the pages, and what was told."""

    def __init__(self, workspace: Workspace, clock: FixedClock, window: MainWindow) -> None:
        self.workspace, self.clock, self.window = workspace, clock, window
        self.ringing = Ringing(workspace, window)
        self.window.registry.add(*self.ringing.commands())
        self.asked: list[tuple[str, ...]] = []
        self.told: list[tuple[str, object]] = []
        self.ringing.toasted.connect(lambda text, undo: self.told.append((text, undo)))
        for name in ("call_requested", "draft_requested", "prospect_opened", "proposal_opened", "rang"):
            getattr(self.ringing, name).connect(lambda *keys, name=name: self.asked.append((name, *keys)))

    def plan(self, minutes: int, person: str = "Claire Fontaine", channel: Channel = PHONE, **fields: str) -> uuid.UUID:
        key = self.workspace.do(create_prospect, now=MONDAY, company="Ateliers Brévent", person=person)
        due = (MONDAY + timedelta(minutes=minutes)).replace(tzinfo=None)
        step = NextStep(due, "Europe/Paris", channel, Objective.VALIDATION, **fields)  # type: ignore[arg-type]
        return self.workspace.do(followups.plan, key, step, now=MONDAY)

    def tick(self, minutes: float = 0.25) -> None:
        for _quarter in range(round(minutes * 4)):
            self.clock.advance(15)
            self.ringing.tick()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    def show_them(self) -> None:
        self.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    def of(self, key: uuid.UUID) -> FollowUp:
        return self.workspace.ask(lambda session: session.get_one(FollowUp, key))

    @property
    def listed(self) -> list[uuid.UUID]:
        return [each.follow_up_id for each in self.ringing.bell.listed]


@pytest.fixture
def desk(workspace: Workspace, clock: FixedClock, qtbot) -> Iterator[Desk]:
    window = small_window()
    qtbot.addWidget(window)
    window.resize(1024, 640)
    desk = Desk(workspace, clock, window)
    with qtbot.waitActive(window):
        window.show()
    yield desk
    desk.ringing.stop()


def test_it_comes_without_the_keyboard_and_each_key_answers_one(desk: Desk) -> None:
    first, second, third, fourth = (
        desk.plan(1, subject="valider le budget"),
        desk.plan(2),
        desk.plan(3, channel=Channel.EMAIL),
        desk.plan(4),
    )
    desk.tick()
    assert not desk.ringing.banner.isVisible()
    line = QApplication.focusWidget()
    desk.tick(1)
    sheet = desk.ringing.sheet
    assert sheet.isVisible() and sheet.title.text() == "Reminder"
    assert desk.ringing.banner.text == "Reminder: 09:31 · Claire Fontaine · valider le budget"
    assert QApplication.focusWidget() is line and desk.asked == [("rang", 1)]
    desk.tick(4)
    assert sheet.title.text() == "4 reminders" and desk.asked == [("rang", 1)] * 4
    desk.show_them()
    assert sheet.at_hand is not None and sheet.at_hand.follow_up_id == first
    assert nameless(sheet) == [] and rich_text_labels(sheet) == []
    assert nameless(desk.ringing.banner) == []
    desk.press(Qt.Key.Key_1)
    assert desk.told[-1][0].startswith("Rings again at 09:45: Claire") and desk.listed == [second, third, fourth]
    assert desk.of(first).due_at == MONDAY + timedelta(minutes=1)
    desk.press(Qt.Key.Key_V)
    assert desk.listed == [third, fourth] and desk.of(second).remind_at is None
    desk.press(Qt.Key.Key_M)
    assert desk.asked[-1] == ("draft_requested", desk.of(third).prospect_id, third)
    assert desk.listed == [fourth] and not sheet.isVisible() and QApplication.focusWidget() is line
    assert desk.of(third).state is FollowUpState.OPEN
    desk.show_them()
    desk.press(Qt.Key.Key_Return)
    assert desk.asked[-1] == ("prospect_opened", desk.of(fourth).prospect_id) and desk.listed == [fourth]
    desk.show_them()
    desk.press(Qt.Key.Key_A)
    assert desk.asked[-1] == ("call_requested", desk.of(fourth).prospect_id)
    assert desk.listed == [] and desk.ringing.banner.text == ""
    # Each of them can be taken back, and comes back without ringing.
    for _text, undo in desk.told:
        assert callable(undo)
        undo()
    assert desk.listed == [first, second] and desk.asked.count(("rang", 1)) == 4
    assert desk.ringing.banner.text.startswith("2 reminders, the first: 09:31")


def test_done_asks_what_became_of_it_and_leaves_the_list(desk: Desk) -> None:
    first, second = desk.plan(1), desk.plan(2)
    desk.tick(3)
    desk.show_them()
    desk.press(Qt.Key.Key_Down)
    assert desk.ringing.sheet.at_hand.follow_up_id == second
    desk.press(Qt.Key.Key_Space)
    assert desk.ringing.followups.popover is not None and desk.ringing.followups.popover.isVisible()
    desk.ringing.followups.popover.close()
    desk.ringing.followups.done(second, "Claire")
    desk.ringing.refresh()
    assert desk.listed == [first] and desk.ringing.sheet.isVisible()
    assert desk.ringing.sheet.at_hand.follow_up_id == first


def test_going_on_to_another_page_folds_the_sheet_and_keeps_the_banner(desk: Desk) -> None:
    desk.plan(5)
    desk.tick(6)
    assert desk.ringing.sheet.isVisible()
    desk.window.show_page(desk.window.keys[1])
    assert not desk.ringing.sheet.isVisible() and desk.ringing.banner.isVisible()
    desk.show_them()
    desk.window.show_page(desk.window.keys[0])
    assert desk.ringing.sheet.isVisible()  # it was asked for


def test_in_a_call_the_banner_alone_says_it_and_the_sheet_comes_after(desk: Desk, qtbot) -> None:
    key = desk.plan(1)
    prospect_id = desk.of(key).prospect_id
    script = templates.script("b2b", "en")
    grid = templates.grid(script.grid, "en")
    call_id = desk.workspace.do(calls.start_call, prospect_id, script, grid, now=MONDAY)
    line = QApplication.focusWidget()
    desk.tick(2)
    assert desk.ringing.banner.isVisible() and "sheet" not in desk.ringing.__dict__
    assert QApplication.focusWidget() is line
    desk.ringing.banner.later_button.click()
    assert desk.listed == [] and not desk.ringing.banner.isVisible()
    desk.tick(11)
    assert desk.ringing.banner.isVisible() and "sheet" not in desk.ringing.__dict__
    desk.workspace.do(calls.leave, call_id, now=desk.clock.now())
    qtbot.waitUntil(lambda: "sheet" in desk.ringing.__dict__ and desk.ringing.sheet.isVisible(), timeout=3000)
    # Another call puts it away again, unless the rep asked for it.
    desk.workspace.do(calls.start_call, prospect_id, script, grid, now=MONDAY)
    desk.ringing.refresh()
    assert not desk.ringing.sheet.isVisible() and desk.ringing.banner.isVisible()
    desk.show_them()
    desk.tick()
    assert desk.ringing.sheet.isVisible()


def test_what_was_missed_is_one_list_at_the_next_start(desk: Desk, qtbot) -> None:
    i18n.use("fr")
    several = [desk.plan(minutes) for minutes in range(1, 6)]
    desk.clock.advance(3600)
    desk.ringing.start()
    qtbot.waitUntil(lambda: desk.ringing.bell.total == 5, timeout=3000)
    sheet = desk.ringing.sheet
    assert sheet.title.text() == "Pendant votre absence\u00a0: 5 rappels" and desk.listed == several
    assert desk.asked == [("rang", 5)]
    desk.show_them()
    desk.press(Qt.Key.Key_Escape)
    assert not sheet.isVisible() and desk.ringing.banner.isVisible() and desk.listed == several
    desk.tick(2)
    assert not sheet.isVisible() and desk.asked == [("rang", 5)]
    desk.show_them()
    desk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    assert desk.told[-1][0] == "5 rappels vus" and desk.listed == []
    assert not sheet.isVisible() and not desk.ringing.banner.isVisible()


def test_a_doubted_clock_is_said_and_can_be_trusted(desk: Desk) -> None:
    key = desk.plan(10)
    desk.tick()
    desk.clock.moment += timedelta(days=400)
    desk.ringing.tick()
    assert "jumped ahead" in desk.ringing.banner.text and desk.listed == []
    desk.ringing.banner.trust_button.click()
    assert desk.listed == [key] and desk.ringing.sheet.isVisible()


def test_it_follows_the_window_and_shows_hostile_text_as_text(desk: Desk) -> None:
    for text in HOSTILE[:12]:
        desk.plan(1, person=text[:80], subject=text)
    desk.tick(2)
    sheet, window = desk.ringing.sheet, desk.window
    for size in ((1440, 900), (880, 560)):
        window.resize(*size)
        QApplication.processEvents()
        assert window.rect().contains(sheet.geometry()) and sheet.geometry().bottom() < window.status.y()
    assert rich_text_labels(sheet) == [] and rich_text_labels(desk.ringing.banner) == []


def test_nine_o_clock_is_put_right_once_a_day(desk: Desk) -> None:
    key = desk.plan(60)

    def as_before_the_rules_changed(session) -> None:
        follow_up = session.get_one(FollowUp, key)
        follow_up.due_at = follow_up.remind_at = MONDAY + timedelta(hours=2)

    desk.workspace.do(as_before_the_rules_changed)
    desk.tick()
    assert desk.of(key).remind_at == MONDAY + timedelta(hours=1)
    assert desk.of(key).due_local == datetime.fromisoformat("2026-11-23T10:30")
