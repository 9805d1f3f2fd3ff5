"""The logo is chosen, shown as paper shows it, and removed; each can be undone."""

from pathlib import Path

import pytest
from PIL import Image

from desktop.services import settings
from desktop.ui.settings.company import CompanySection
from desktop.ui.settings.logo import LogoRow
from desktop.ui.workspace import Workspace
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def row(workspace: Workspace, qtbot) -> LogoRow:
    row = LogoRow(workspace)
    qtbot.addWidget(row)
    row.show()
    return row


@pytest.fixture
def file(tmp_path: Path) -> Path:
    image = Image.new("RGBA", (300, 100), (0, 0, 0, 0))
    image.paste((15, 110, 110, 255), (20, 20, 280, 80))
    path = tmp_path / "logo.png"
    image.save(path)
    return path


def test_a_picture_is_taken_and_shown(row: LogoRow, workspace: Workspace, file: Path, qtbot) -> None:
    assert not row.view.isVisible() and not row.remove_button.isVisible()
    with qtbot.waitSignal(row.toasted, timeout=10_000) as heard:
        row.read(file)
    assert heard.args[0] == "Logo changed"
    kept = workspace.ask(settings.logo)
    assert kept.startswith(b"\x89PNG") and row.view.isVisible() and row.remove_button.isVisible()
    assert (row.view.image.width(), row.view.image.height()) == (260, 60)
    heard.args[1]()
    assert workspace.ask(settings.logo) == b"" and not row.view.isVisible()


def test_it_is_removed_and_comes_back(row: LogoRow, workspace: Workspace, file: Path, qtbot) -> None:
    with qtbot.waitSignal(row.toasted, timeout=10_000):
        row.read(file)
    kept = workspace.ask(settings.logo)
    with qtbot.waitSignal(row.toasted) as heard:
        row.remove_button.click()
    assert heard.args[0] == "Logo removed" and workspace.ask(settings.logo) == b""
    heard.args[1]()
    assert workspace.ask(settings.logo) == kept


def test_what_cannot_be_taken_is_said_and_changes_nothing(
    row: LogoRow, workspace: Workspace, file: Path, qtbot
) -> None:
    with qtbot.waitSignal(row.toasted, timeout=10_000):
        row.read(file)
    kept = workspace.ask(settings.logo)
    drawing = file.with_name("logo.svg")
    drawing.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    row.read(drawing)
    qtbot.waitUntil(lambda: "SVG" in row.hint.text(), timeout=10_000)
    assert workspace.ask(settings.logo) == kept and row.choose_button.isEnabled()
    with qtbot.waitSignal(row.toasted, timeout=10_000):
        row.read(file)
    assert "SVG" not in row.hint.text()


def test_the_section_shows_what_is_on_the_disk(workspace: Workspace, row: LogoRow, file: Path, qtbot) -> None:
    with qtbot.waitSignal(row.toasted, timeout=10_000):
        row.read(file)
    section = CompanySection(workspace)
    qtbot.addWidget(section)
    section.show_company(workspace.ask(settings.company))
    section.show()
    assert section.logo.view.isVisible()
    with qtbot.waitSignal(section.toasted):
        section.logo.remove_button.click()
    assert nameless(section) == [] and rich_text_labels(section) == []
