"""From the account of a call to the page that is sent."""

import uuid
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt

from desktop.services import calls
from tests.ui.calls.conftest import CTRL, Rep


def concluded(on_call: Rep) -> uuid.UUID:
    on_call.say("We lose a day a week.")
    on_call.ctrl(Qt.Key.Key_B)
    on_call.say("- she will bargain")
    call_id = on_call.call_id
    on_call.workspace.do(calls.conclude, call_id, now=on_call.clock.now(), no_follow_up_reason="already equipped")
    on_call.page._forget_call()
    return call_id


def test_the_page_is_written_from_the_keyboard(qtbot, on_call: Rep, tmp_path: Path) -> None:
    on_call.page.show_account(concluded(on_call))
    assert on_call.page.title() == "Account of the call · Ateliers Brévent"
    on_call.press(Qt.Key.Key_E, CTRL)
    outcome = on_call.page.told.screen.outcome
    qtbot.waitUntil(lambda: outcome.text != "")
    (path,) = (tmp_path / "documents").iterdir()
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert "We lose a day a week." in text and "bargain" not in text
    assert path.name in outcome.text


def test_a_folder_that_cannot_be_made_is_said(qtbot, on_call: Rep, tmp_path: Path) -> None:
    (tmp_path / "documents").write_text("a file stands there")
    on_call.page.show_account(concluded(on_call))
    on_call.press(Qt.Key.Key_E, CTRL)
    outcome = on_call.page.told.screen.outcome
    qtbot.waitUntil(lambda: "could not be made" in outcome.text)


def test_escape_opens_the_prospect(qtbot, on_call: Rep) -> None:
    on_call.page.show_account(concluded(on_call))
    with qtbot.waitSignal(on_call.page.prospect_opened) as opened:
        on_call.press(Qt.Key.Key_Escape)
    assert opened.args == [on_call.prospect_id]


def test_the_call_in_progress_is_shown_as_it_runs(on_call: Rep) -> None:
    on_call.page.show_account(on_call.call_id)
    assert not on_call.page.reading()
