"""Names that say what a file is, and files that are whole or absent (reliability.md T36, T37)."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.documents.files import dated_name, file_name, hand_over, safe_name, write_pdf
from desktop.errors import UserError
from desktop.models.proposals import DocumentKind
from tests.documents.cases import CLAIRE, CLIENT
from tests.hostile import HOSTILE

HOSTILE_NAMES = [
    "../../x", "..", ".", "/", "/etc/passwd", "\\", "C:\\", "C:\\Windows\\x", "\\\\host\\share", "CON", "con",
    "PRN.pdf", "AUX", "NUL", "nul.txt", "COM1", "LPT9", "CLOCK$", "a\x00b", "a\nb", "x" * 300, "é" * 300,
    "😀" * 100, "point.", "espace ", "  ", "", ".cache", "-rf", "~", "a:b", "a*b?c", 'a"b', "a<b>c|d",
    "Ate\u0301liers", "invers\xe9\u202efdp.exe", "\ud800", "x.pdf.exe", "%USERPROFILE%", "$(touch x)",
]  # fmt: skip


def test_the_name_says_what_it_is():
    assert file_name(CLAIRE) == "2026-11-23_Proposition_Ateliers-Brevent_P-2026-0042_v2.pdf"
    assert file_name(replace(CLAIRE, language="en")) == "2026-11-23_Proposal_Ateliers-Brevent_P-2026-0042_v2.pdf"
    person = replace(CLAIRE, client=replace(CLIENT, company="", contact="Cœur d’Œuvre"))
    assert file_name(person) == "2026-11-23_Proposition_Coeur-d-OEuvre_P-2026-0042_v2.pdf"


def test_each_document_has_its_own_name():
    assert file_name(CLAIRE, DocumentKind.SUMMARY) == "2026-11-23_Synthese_Ateliers-Brevent_P-2026-0042_v2.pdf"
    assert file_name(CLAIRE, DocumentKind.QUOTATION) == "2026-11-23_Devis_Ateliers-Brevent_P-2026-0042_v2.pdf"
    assert file_name(CLAIRE, DocumentKind.PLAN) == "2026-11-23_Pre-proposition_Ateliers-Brevent_P-2026-0042_v2.pdf"
    slip = "2026-11-23_Prochain-rendez-vous_Ateliers-Brevent_P-2026-0042_v2.pdf"
    assert file_name(CLAIRE, DocumentKind.SLIP) == slip


@pytest.mark.parametrize("kind", list(DocumentKind))
@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_any_company_gives_a_plain_name_to_each_document(name: str, kind: DocumentKind):
    made = file_name(replace(CLAIRE, client=replace(CLIENT, company=name, contact=""), number=name), kind)
    assert made.isascii() and len(made) <= 80 and made.startswith("2026-11-23_") and made.endswith("_v2.pdf")
    assert not set(made) & set('/\\:*?"<>|') and made == safe_name(made)


@pytest.mark.parametrize("name", [*HOSTILE_NAMES, *HOSTILE])
def test_any_company_gives_a_plain_name(name: str, tmp_path: Path):
    content = replace(CLAIRE, client=replace(CLIENT, company=name, contact=""), number=name)
    made = file_name(content)
    assert made.isascii() and len(made) <= 80 and made.startswith("2026-11-23_Proposition") and made.endswith("_v2.pdf")
    assert write_pdf(tmp_path, made, b"%PDF").name == made


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_any_chosen_name_stays_in_the_folder(name: str, tmp_path: Path):
    folder = tmp_path / "proposals"
    folder.mkdir()
    first, second = write_pdf(folder, name, b"one"), write_pdf(folder, name, b"two")
    assert first.resolve().parent == second.resolve().parent == folder.resolve()
    assert (first.read_bytes(), second.read_bytes()) == (b"one", b"two")
    assert {path.name for path in folder.iterdir()} == {first.name, second.name}
    assert [path.name for path in tmp_path.iterdir()] == ["proposals"]
    assert len(first.name.encode()) <= 84 and first.suffix == ".pdf"
    assert first.stem.upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}


def test_accents_stay_in_a_chosen_name():
    assert safe_name("Ate\u0301liers Brévent.PDF") == "Atéliers Brévent.pdf"


def test_an_existing_file_is_kept(tmp_path: Path):
    paths = [write_pdf(tmp_path, "a.pdf", bytes([n])) for n in range(3)]
    assert [path.name for path in paths] == ["a.pdf", "a (2).pdf", "a (3).pdf"]
    assert [path.read_bytes() for path in paths] == [b"\0", b"\1", b"\2"]


def test_a_folder_that_is_gone_is_said(tmp_path: Path):
    with pytest.raises(UserError, match="no longer there"):
        write_pdf(tmp_path / "gone", "a.pdf", b"x")
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="no longer there"):
        write_pdf(tmp_path / "file", "a.pdf", b"x")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_rights_is_said(tmp_path: Path):
    tmp_path.chmod(0o500)
    with pytest.raises(UserError, match="may not write"):
        write_pdf(tmp_path, "a.pdf", b"x")


FULL = """
import resource, signal, sys
from pathlib import Path
from desktop.documents.files import write_pdf
from desktop.errors import UserError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_pdf(Path(sys.argv[1]), "a.pdf", bytes(100_000))
except UserError as error:
    raise SystemExit(0 if "disk is full" in str(error) else 3)
raise SystemExit(4)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs RLIMIT_FSIZE")
def test_a_full_disk_leaves_nothing(tmp_path: Path):
    ran = subprocess.run([sys.executable, "-c", FULL, str(tmp_path)], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_folder_is_made_and_the_same_bytes_are_written_once(tmp_path):
    data = b"%PDF of the day"
    folder = tmp_path / "Documents" / "Boussole"
    path = hand_over(folder, "account.pdf", data)
    assert path.read_bytes() == data and path.parent == folder
    assert hand_over(folder, "account.pdf", data) == path
    assert len(list(folder.iterdir())) == 1


def test_a_file_of_that_name_with_other_bytes_is_kept(tmp_path):
    data = b"%PDF of the day"
    path = hand_over(tmp_path, "account.pdf", data)
    path.write_bytes(b"signed by the customer")
    second = hand_over(tmp_path, "account.pdf", data)
    assert second != path and second.read_bytes() == data
    assert path.read_bytes() == b"signed by the customer"


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    data = b"%PDF of the day"
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(UserError):
        hand_over(tmp_path / "taken" / "folder", "account.pdf", data)


def test_a_dated_name_holds_in_eighty_signs_whoever_it_is_for():
    day = date(2026, 11, 23)
    assert dated_name(day, "Compte rendu", "Ateliers Brévent") == "2026-11-23_Compte-rendu_Ateliers-Brevent.pdf"
    assert len(dated_name(day, "Compte rendu", "Société " * 40)) <= 80
    assert dated_name(day, "Compte rendu", "???") == "2026-11-23_Compte-rendu.pdf"


def test_a_message_and_a_calendar_keep_their_own_kind_of_file(tmp_path):
    for suffix in (".eml", ".ics"):
        assert safe_name(f"a/b{suffix.upper()}") == f"a-b{suffix}"
        first, second = (hand_over(tmp_path, f"a{suffix}", data) for data in (b"one", b"two"))
        assert (first.name, second.name) == (f"a{suffix}", f"a (2){suffix}")
    assert safe_name("a.exe") == "a.exe.pdf"
