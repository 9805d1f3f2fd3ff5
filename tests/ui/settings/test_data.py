"""The folder is shown, a backup is made and checked, the examples leave and come back."""

import pytest

from desktop.data_folder import DataFolder
from desktop.services import examples
from desktop.ui.settings.data import DataSection
from desktop.ui.workspace import Workspace


@pytest.fixture
def section(opened: Workspace, folder: DataFolder, qtbot) -> DataSection:
    section = DataSection(opened, folder)
    qtbot.addWidget(section)
    section.show_data()
    section.show()
    return section


def test_a_backup_is_made_checked_and_dated(section: DataSection, folder: DataFolder, qtbot) -> None:
    assert section.copies.text().startswith("No copy yet")
    with qtbot.waitSignal(section.toasted, timeout=10_000) as heard:
        section.backup_button.click()
    assert heard.args[0] == "Backup made and checked"
    assert section.copies.text().startswith("Last copy")
    assert section.backup_button.isEnabled()
    assert folder.restorable() is not None


def test_a_backup_that_cannot_be_made_says_why(section: DataSection, folder: DataFolder, qtbot) -> None:
    folder.paths.backups.rmdir()
    folder.paths.backups.write_text("a file where the folder should be")
    with qtbot.captureExceptions() as raised:
        section.backup_button.click()
        qtbot.waitUntil(section.backup_button.isEnabled, timeout=10_000)
    assert raised == [] and section.banner.text


def test_the_examples_leave_and_come_back(section: DataSection, opened: Workspace, qtbot) -> None:
    assert section.load_button.isVisible() and not section.examples_button.isVisible()
    section.load_button.click()
    section.show_data()
    assert section.examples.text() == "3 example prospects"
    with qtbot.waitSignal(section.toasted) as heard:
        section.examples_button.click()
    assert opened.ask(examples.count) == 0
    heard.args[1]()
    assert opened.ask(examples.count) == 3


def test_a_whole_book_is_loaded_and_removed_as_one(section: DataSection, opened: Workspace, qtbot) -> None:
    section.book_button.click()
    section.show_data()
    assert section.examples.text() == "60 example prospects" and not section.book_button.isVisible()
    section.examples_button.click()
    assert opened.ask(examples.count) == 0


def test_folders_are_shown_on_request(section: DataSection, folder: DataFolder, qtbot) -> None:
    with qtbot.waitSignal(section.folder_requested) as heard:
        section.open_button.click()
    assert heard.args == [folder.paths.data]
    with qtbot.waitSignal(section.folder_requested) as heard:
        section.backups_button.click()
    assert heard.args == [folder.paths.backups]
    assert section.where.text() == str(folder.paths.data)
