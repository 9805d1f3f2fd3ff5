"""The message of a follow-up: read over, changed, copied, opened in the mail program, done. Never sent."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop import i18n
from desktop.models.followup_kinds import Outcome
from desktop.models.followups import FollowUpState
from desktop.services import followups, outcomes
from desktop.ui.widgets.draft_panel import DraftPanel
from tests.services.test_touches import done
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.widgets.draft_case import desk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bench(workspace, qtbot, tmp_path):
    found = desk(workspace, qtbot)
    found.opened, found.folder = [], tmp_path / "out"
    found.opens = True

    def open_url(url):
        found.opened.append(url.toLocalFile())
        return found.opens

    found.panel = DraftPanel(
        workspace, found.window, found.acts, found.toast, documents=found.folder, open_url=open_url
    )
    found.panel.open_for(found.key, found.follow_up)
    return found


def test_it_is_drafted_with_their_words_and_the_keyboard_is_in_the_text(bench):
    panel = bench.panel
    assert panel.title.text() == "Message: Ateliers Brevent" and "claire@brevent.fr" in panel.to.text()
    assert "“We lose a day each week”" in panel.text.toPlainText() and panel.text.hasFocus()
    assert panel.template.currentData() == "call-precision" and panel.template.count() > 15
    assert "your name is not in the settings" in panel.missing.text()
    assert nameless(panel) == [] and rich_text_labels(panel) == []


def test_keys_copy_it_open_it_and_close_it(bench):
    panel = bench.panel
    QTest.keyClicks(panel.text, "PS ")
    QTest.keyClick(panel.text, Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text().startswith("PS Hello Claire,")
    QTest.keyClick(panel.text, Qt.Key.Key_Return, CTRL)
    message = message_from_bytes(Path(bench.opened[0]).read_bytes(), policy=default)
    assert message["X-Unsent"] == "1" and message.get_content().startswith("PS Hello Claire,")
    assert bench.opened[0].endswith("2026-11-23_Follow-up_Ateliers-Brevent.eml")
    assert "read it over and send it" in bench.said[-1][0]
    QTest.keyClick(panel.text, Qt.Key.Key_Escape)
    assert not panel.isVisible() and bench.anchor.hasFocus()


def test_what_was_changed_is_found_again_until_it_is_done(bench):
    panel = bench.panel
    QTest.keyClicks(panel.text, "Draft ")
    panel.close_overlay()
    panel.open_for(bench.key, None)
    assert "Draft" not in panel.text.toPlainText() and not panel.done_button.isVisible()
    panel.close_overlay()
    panel.open_for(bench.key, bench.follow_up)
    assert panel.text.toPlainText().startswith("Draft Hello")


def test_done_asks_what_became_of_it_where_the_rep_was(bench):
    QTest.keyClick(bench.panel.text, Qt.Key.Key_D, CTRL)
    assert not bench.panel.isVisible() and bench.acts.popover is not None and bench.acts.popover.isVisible()
    bench.acts.popover.close()
    now = bench.workspace.clock.now()
    bench.workspace.do(outcomes.settle, bench.follow_up, Outcome.REPLIED, None, now=now)
    assert bench.workspace.ask(followups.load, bench.follow_up).state is FollowUpState.DONE


def test_another_template_takes_its_place_and_gives_it_back(bench):
    panel = bench.panel
    panel.choose("wake-up")
    assert bench.said == [], "nothing that was typed is lost"
    QTest.keyClicks(panel.text, "Mine ")
    panel.choose("personal")
    assert panel.subject.text() == "Where do you stand?"
    bench.said[-1][1]()
    assert panel.text.toPlainText().startswith("Mine Hello") and panel.template.currentData() == "wake-up"


def test_where_no_program_opens_it_the_panel_says_what_to_do(bench):
    bench.opens = False
    bench.panel.mail_button.click()
    assert "copy the text instead" in bench.panel.missing.text() and bench.said == []
    bench.folder.rmdir() if not any(bench.folder.iterdir()) else None
    bench.panel._documents = bench.folder / "2026-11-23_Follow-up_Ateliers-Brevent.eml"
    bench.panel.mail_button.click()
    assert "folder" in bench.panel.missing.text()


def test_pressed_too_much_it_offers_a_lighter_message(bench):
    panel = bench.panel
    assert not panel.gauge.isVisible()
    for days in (9, 6, 3, 1):
        bench.workspace.do(done, bench.key, days)
    panel.open_for(bench.key, bench.follow_up)
    assert panel.gauge.isVisible() and not panel.gauge.buttons["silence"].isVisible()
    panel.gauge.buttons["audit"].click()
    assert panel.template.currentData() == "offer-audit"


def test_in_french_the_no_break_spaces_reach_the_file(bench):
    i18n.use("fr")
    bench.panel.open_for(bench.key, bench.follow_up)
    bench.panel.mail_button.click()
    message = message_from_bytes(Path(bench.opened[0]).read_bytes(), policy=default)
    assert "«\u00a0We lose a day each week\u00a0»" in message.get_content()
