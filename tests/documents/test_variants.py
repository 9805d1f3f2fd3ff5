"""Every document of a proposal: what it holds, what it leaves out, and that nothing in it is cut or left alone."""

import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from desktop.documents import fonts
from desktop.documents.variants import available, render_document
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import ProposalContent
from tests.documents import snapshot_files
from tests.documents.cases import BARE, PRE
from tests.documents.conversations import SHIPPED, content
from tests.documents.extremes import EXTREMES, FULL
from tests.documents.layout import Line, faults, lines
from tests.documents.reading import flat, fonts_of, reader, text_of

KINDS = tuple(DocumentKind)
LIKE_IN_FRENCH = {"forty needs", "300 lines", "emoji", "right to left", "a logo"}
LAID = [(name, "fr") for name in EXTREMES] + [(name, "en") for name in EXTREMES if name not in LIKE_IN_FRENCH]


def text(content: ProposalContent, kind: DocumentKind) -> str:
    return read(render_document(content, kind))


def read(data: bytes) -> str:
    return text_of(data).replace("\u00a0", " ")


@pytest.mark.parametrize(("name", "language"), snapshot_files.CASES)
def test_documents_say_what_was_last_read(name: str, language: str):
    kept = snapshot_files.path_of(name, language).read_text("utf-8")
    assert snapshot_files.text_of(name, language) == kept, "if meant: python -m tests.documents.snapshot_files"


def test_the_summary_stands_alone_on_one_page():
    for name in SHIPPED:
        for language in ("fr", "en"):
            data = render_document(content(name, language), DocumentKind.SUMMARY)
            assert len(reader(data).pages) == 1
            assert "page" not in text_of(data).lower().replace("1 / 1", "")
    said = text(FULL, DocumentKind.SUMMARY)
    assert "Signez la proposition avant le 11 décembre 2026." in said
    assert "Deux autres options sont décrites dans la proposition complète." in said
    alone = text(replace(FULL, options=FULL.options[:2]), DocumentKind.SUMMARY)
    assert "Une autre option est décrite" in alone
    undecided = tuple(replace(option, recommended=False) for option in FULL.options * 4)
    assert "Trois options sont décrites" in text(replace(FULL, options=undecided[:3]), DocumentKind.SUMMARY)
    assert "11 options sont décrites" in text(replace(FULL, options=undecided[:11]), DocumentKind.SUMMARY)
    assert "13 400,00 € HT" in said and "Julie Morvan" in said


def test_the_quotation_has_every_mention_and_no_quotation_of_theirs():
    said = text(FULL, DocumentKind.QUOTATION)
    for mention in (
        "Devis P-2026-0042 v2", "Prix unitaire HT", "Total HT", "TVA 20 % sur", "Total TTC", "SIRET", "RCS Rennes",
        "TVA FR00", "jusqu’au 23 décembre 2026", "40 €", "pas d’escompte", "Bon pour accord", "mise en service le 29",
        "SIREN 000 000 000", "acompte 4 824,00 €", "Délai : 8 semaines",
    ):  # fmt: skip
        assert mention in said, mention
    assert "journée par semaine à relancer" not in said and "Répond" not in said


def test_the_plan_has_their_words_and_no_price():
    said = text(FULL, DocumentKind.PLAN)
    assert "Ce que vous nous avez dit" in said and "non contractuel" in said.lower()
    assert "Pré-proposition et rétroplanning" in said and "accès de Karim" in said
    assert "Rétroplanning" in said and "Mise en service" in said
    assert "€ HT" not in said and "Bon pour accord" not in said
    assert "rétroplanning" not in text(replace(FULL, plan=None), DocumentKind.PLAN)


def test_only_documents_that_have_something_to_say_are_offered():
    assert set(available(FULL)) == set(KINDS)
    assert set(available(BARE)) == {DocumentKind.PROPOSAL, DocumentKind.SUMMARY}
    assert DocumentKind.QUOTATION not in available(PRE)
    assert DocumentKind.SLIP not in available(replace(FULL, appointment=None, next_step=""))
    assert DocumentKind.SLIP in available(replace(FULL, appointment=None))


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_with_nothing_to_say_is_still_a_document(kind: DocumentKind):
    assert len(reader(render_document(BARE, kind)).pages) >= 1


@cache
def drawn(name: str, kind: DocumentKind, language: str = "fr") -> bytes:
    return render_document(replace(EXTREMES[name], language=language), kind)


@pytest.mark.parametrize(("name", "language"), LAID)
def test_nothing_is_cut_nor_left_alone(name: str, language: str):
    for kind in available(EXTREMES[name]):
        data = drawn(name, kind, language)
        assert faults(data) == [], kind
        found = set(fonts_of(data))
        assert found and all(embedded and "SourceSans3" in face for face, embedded in found)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_metadata_outline_and_language(kind: DocumentKind, language: str):
    document = reader(render_document(replace(FULL, language=language), kind))
    root = document.trailer["/Root"]
    assert root["/Lang"] == {"fr": "fr-FR", "en": "en-GB"}[language]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert not {"/OpenAction", "/AA", "/JavaScript", "/AcroForm"} & set(root)
    assert len(document.outline) >= 1 and all(entry.title.strip() for entry in document.outline)
    assert all(document.get_destination_page_number(entry) >= 0 for entry in document.outline)
    assert document.metadata.author == "Atelier Nord Conseil" and document.metadata.title
    assert document.metadata.creation_date.date() == FULL.issued_on


def test_titles_tell_the_documents_apart():
    titles = {reader(render_document(FULL, kind)).metadata.title for kind in KINDS}
    assert len(titles) == len(KINDS) and "Devis\u00a0: Rendre à vos commerciaux leur journée perdue" in titles


@pytest.mark.parametrize("kind", KINDS)
def test_same_content_same_bytes(kind: DocumentKind):
    assert render_document(FULL, kind) == render_document(replace(FULL), kind)
    assert render_document(FULL, kind) != render_document(replace(FULL, revision=3), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_forty_needs_and_three_hundred_lines_are_all_there(kind: DocumentKind):
    needs = read(drawn("forty needs", kind))
    if kind in (DocumentKind.PROPOSAL, DocumentKind.PLAN):
        assert all(flat(f"« {n}. ") in flat(needs) for n in range(1, 41))
    if kind in (DocumentKind.PROPOSAL, DocumentKind.QUOTATION):
        sold = [line.strip() for line in read(drawn("300 lines", kind)).splitlines()]
        assert all(f"Poste {n}" in sold for n in range(1, 301))


@pytest.mark.parametrize("kind", [DocumentKind.PROPOSAL, DocumentKind.QUOTATION])
def test_the_largest_amount_is_on_one_line_everywhere(kind: DocumentKind):
    pages = reader(drawn("99 999 999,99", kind)).pages
    amounts = [flat(line.text) for page in pages for line in lines(page) if "999" in line.text]
    assert len(amounts) >= 12
    assert all(re.search(r"(99|119)999999,99€", amount) for amount in amounts)


def test_long_names_are_printed_whole():
    name = EXTREMES["names of 200 signs"].client.company
    for kind in KINDS:
        assert flat(name) in flat(read(drawn("names of 200 signs", kind)))


def test_the_faults_are_found(monkeypatch: pytest.MonkeyPatch):
    """A check that cannot fail checks nothing."""
    data = render_document(FULL, DocumentKind.QUOTATION)
    assert faults(data) == []
    outside = Line("x", 500, 900, 400, 10, fonts.REGULAR)
    alone = Line("Total TTC", 60, 90, 700, 10, fonts.SEMIBOLD)
    heading = Line("Le détail", 60, 90, 60, 12, fonts.SEMIBOLD)
    monkeypatch.setattr("tests.documents.layout.lines", lambda page: [alone, outside, heading])
    said = " ".join(faults(data))
    assert "is outside" in said and "begins with 'Total TTC'" in said and "ends with 'Le détail'" in said


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("program", ["qpdf", "pdffonts"])
def test_other_programs_find_nothing_wrong(program: str, kind: DocumentKind, tmp_path: Path):
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not on this machine")
    path = tmp_path / "a.pdf"
    path.write_bytes(drawn("a logo", kind))
    command = ["qpdf", "--check", str(path)] if program == "qpdf" else ["pdffonts", str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    if program == "pdffonts":
        rows = ran.stdout.splitlines()[2:]
        assert rows and all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)
