"""One command, one folder, one exit code."""

from pathlib import Path

import pytest

from desktop.models.settings import Company
from desktop.services import catalogue, settings
from desktop.ui.play import runner
from tests.ui.play.conftest import SHORT


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "short.toml"
    path.write_text(SHORT.format(steps="", end="", proposal=""), "utf-8")
    return path


def test_a_play_tells_the_files_it_left(file: Path, tmp_path: Path, look, capsys: pytest.CaptureFixture[str]):
    out = tmp_path / "out"
    assert runner.run(file, out) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert sorted(told.out.split()) == sorted(str(path) for path in out.iterdir())
    assert (out / "summary.json").exists() and not (out / "proposition.pdf").exists()


def test_a_folder_that_cannot_be_made_is_told(file: Path, tmp_path: Path, look, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "taken").write_text("a file")
    assert runner.run(file, tmp_path / "taken" / "out") == 1
    assert capsys.readouterr().err == f"{tmp_path / 'taken' / 'out'} cannot be written: Not a directory\n"


def test_a_play_that_cannot_go_on_is_told(file: Path, tmp_path: Path, look, capsys: pytest.CaptureFixture[str]):
    """The page refuses this address; the play believes the disk alone."""
    wrong = 'name = "Claire"\nphone = "02"\nemail = "claire"'
    file.write_text(file.read_text("utf-8").replace('name = "Claire"', wrong), "utf-8")
    assert runner.run(file, tmp_path / "out") == 1
    assert capsys.readouterr().err == "The play stopped: the contact’s email is '', not 'claire'\n"


def test_a_given_folder_keeps_its_own_seller_and_offers(opened, written):
    conversation = written(title='title = "Short"')
    opened.workspace.do(settings.save_company, now=opened.clock.now(), name="Mine")
    offer = conversation.seller.model_copy()
    runner.set_the_stage(opened, conversation)
    runner.set_the_stage(opened, conversation)
    company = opened.workspace.ask(settings.company)
    assert isinstance(company, Company)
    assert (company.name, offer.name) == ("Mine", "Nord")
    assert opened.workspace.ask(catalogue.offers) == []
