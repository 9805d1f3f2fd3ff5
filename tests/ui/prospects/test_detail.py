"""One prospect, whole: what is typed is saved before another is shown, and every act can be taken back by name."""

import uuid

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from desktop.clock import FixedClock
from desktop.models.prospects import Prospect
from desktop.models.statuses import Status
from desktop.services.prospects import load_prospect
from desktop.services.status_moves import set_status
from desktop.ui.prospects.detail import Detail
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.workspace import Workspace


def test_what_is_typed_is_saved_before_another_is_shown(
    page: ProspectsPage, detail: Detail, workspace: Workspace, key: uuid.UUID, other: uuid.UUID
) -> None:
    source = detail.fields.fields["source"].editor
    source.setFocus()
    QTest.keyClicks(source, "referral")
    page.open_prospect(other)
    assert workspace.ask(load_prospect, key).source == "referral"
    assert workspace.ask(load_prospect, other).source == ""
    assert detail.head.name.text() == "Ateliers Brévent"


def test_leaving_says_what_could_not_be_saved_and_only_that(
    page: ProspectsPage, detail: Detail, workspace: Workspace, key: uuid.UUID, qtbot
) -> None:
    said: list[str] = []
    page.toasted.connect(lambda text, _undo: said.append(text))
    page.leave()
    assert said == []
    siren = detail.fields.fields["siren"].editor
    siren.setFocus()
    QTest.keyClicks(siren, "9" * 60)
    page.leave()
    (sentence,) = said
    assert sentence.startswith("Not saved for Kerbrat Nautisme: SIREN “")
    assert "…" in sentence
    assert workspace.ask(load_prospect, key).siren == ""


def test_removed_from_its_file_and_brought_back(
    page: ProspectsPage, detail: Detail, workspace: Workspace, key: uuid.UUID, qtbot
) -> None:
    with qtbot.waitSignal(detail.removed) as removed:
        detail.remove()
    assert removed.args == [key]
    assert page.stack.undoText() == "Prospect removed: Kerbrat Nautisme"
    page.stack.undo()
    assert workspace.ask(lambda session: session.get_one(Prospect, key).deleted_at) is None
    assert page.model.row_of(key) is not None


def test_the_two_things_to_do_carry_the_prospect(page: ProspectsPage, detail: Detail, key: uuid.UUID, qtbot) -> None:
    with qtbot.waitSignal(page.call_requested) as call:
        detail.head.call.click()
    with qtbot.waitSignal(page.proposal_requested) as proposal:
        QTest.keyClick(detail.head.proposal, Qt.Key.Key_Space)
    assert call.args == proposal.args == [key]


def test_one_column_where_there_is_no_room_for_two(page: ProspectsPage, detail: Detail) -> None:
    def left() -> int:
        QCoreApplication.sendPostedEvents()
        return detail.contacts.mapTo(detail, detail.contacts.rect().topLeft()).x()

    page.resize(1400, 800)
    assert left() > 300
    page.resize(900, 800)
    assert left() < 30


def test_the_file_adds_its_own_commands(
    page: ProspectsPage, detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID
) -> None:
    commands = {each.id: each for each in page.commands()}
    write, wake = commands["prospects.write_down"], commands["prospects.wake_up"]
    assert write.enabled() and not wake.enabled()
    write.run()
    assert detail.timeline.line.edit.hasFocus()
    workspace.do(set_status, key, Status.SHELVED, now=clock.now(), reason="later")
    assert wake.enabled()
    wake.run()
    assert workspace.ask(load_prospect, key).status is Status.LEAD


def test_what_unfolds_under_the_line_is_in_sight(page: ProspectsPage, detail: Detail, qtbot) -> None:
    page.resize(1000, 560)
    detail.write_down()
    QTest.keyClicks(detail.timeline.line.edit, "r")
    save = detail.timeline.line.save

    def in_sight() -> bool:
        return detail.viewport().rect().contains(save.mapTo(detail.viewport(), save.rect().bottomRight()))

    qtbot.waitUntil(in_sight)
