"""One program per data file, and the second start raises the first."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo

from desktop.errors import UserError
from desktop.ui.single_instance import AlreadyRunningError, SingleInstance


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "boussole.lock"


def test_the_second_is_refused_and_raises_the_first(lock: Path, qtbot) -> None:
    first, second = SingleInstance(lock), SingleInstance(lock)
    first.acquire()
    with qtbot.waitSignal(first.raise_requested, timeout=3000), pytest.raises(AlreadyRunningError):
        second.acquire()
    first.release()
    second.acquire()
    second.release()


def test_each_data_folder_has_its_own(tmp_path: Path, qapp) -> None:
    one, two = SingleInstance(tmp_path / "a.lock"), SingleInstance(tmp_path / "b.lock")
    one.acquire()
    two.acquire()
    assert one.address != two.address
    assert len(one.address) < 40
    one.release()
    two.release()


def test_the_lock_of_a_program_that_died_is_taken_over(lock: Path, qapp) -> None:
    lock.write_text(f"999999999\nboussole\n{QSysInfo.machineHostName()}\n")
    instance = SingleInstance(lock)
    instance.acquire()
    instance.release()


def test_the_lock_of_another_computer_is_respected(lock: Path, qapp) -> None:
    content = "4242\nboussole\nanother-laptop\n"
    lock.write_text(content)
    with pytest.raises(UserError, match="another-laptop"):
        SingleInstance(lock).acquire()
    assert lock.read_text() == content
