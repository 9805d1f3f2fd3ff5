"""The log says where it went wrong, and never repeats a word of a prospect's (T38)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import logs

CANARIES = ("Claire Fontaine", "c.fontaine@brevent.example", "une journée par semaine", "correct horse battery")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    logs.start(tmp_path / "logs")
    yield tmp_path / "logs" / logs.FILE
    logs.stop()


def fail_with(words: str) -> None:
    local = words  # a value that a careless report of the frame would print
    try:
        {}[local]
    except KeyError as error:
        raise ValueError(f"could not use {local}") from error


def test_a_failure_is_told_by_kind_and_place(log: Path) -> None:
    with pytest.raises(ValueError) as caught:
        fail_with(CANARIES[0])
    logs.error(logs.describe(caught.value))
    text = log.read_text("utf-8")
    assert "ValueError" in text and "because of KeyError" in text
    assert "tests/test_logs.py:" in text and "fail_with" in text


@pytest.mark.parametrize("canary", CANARIES)
def test_no_word_of_anybody_is_written(log: Path, canary: str) -> None:
    with pytest.raises(ValueError) as caught:
        fail_with(canary)
    logs.error(logs.describe(caught.value))
    assert canary not in log.read_text("utf-8")
    assert str(Path.home()) not in log.read_text("utf-8")


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ('QFile: could not open "/home/claire/Devis Brévent.pdf"', "QFile: could not open …"),
        ("Cannot read C:\\Users\\Claire\\data", "Cannot read …"),
        ("no such file: /tmp/x and « ses mots »", "no such file: … and …"),
        ("QPainter::begin: Paint device returned engine == 0", "QPainter::begin: Paint device returned engine == 0"),
    ],
)
def test_messages_of_libraries_lose_their_quotations_and_paths(message: str, kept: str) -> None:
    assert logs.without_words(message) == kept


def test_the_log_never_takes_more_than_five_megabytes(log: Path, monkeypatch) -> None:
    monkeypatch.setattr(logs, "MAXIMUM_BYTES", 2_000)
    logs.start(log.parent)
    for number in range(400):
        logs.note(f"line {number} of a very long day")
    files = list(log.parent.iterdir())
    assert len(files) == logs.OLDER_FILES + 1
    assert all(path.stat().st_size <= 2_000 for path in files)
    assert "line 399" in log.read_text("utf-8")


def test_a_folder_that_refuses_does_not_stop_the_program(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    logs.start(tmp_path / "file" / "logs")
    logs.note("nobody reads this")
    logs.stop()
