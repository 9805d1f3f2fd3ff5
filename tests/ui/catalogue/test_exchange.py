"""Files in and out of the page: one act, or a refusal that says every line."""

from pathlib import Path

import pytest

from desktop.services.catalogue_import import Plan
from desktop.ui.catalogue.exchange import told, with_ending
from desktop.ui.catalogue.faults_overlay import FaultsOverlay
from desktop.ui.catalogue.shelves import OFFERS, PROOFS


def taken(bench, qtbot, path):
    exchange = bench.page.exchange
    exchange.import_file(path)
    assert not bench.page.import_button.isEnabled()
    qtbot.waitUntil(bench.page.import_button.isEnabled)


def written(path, text):
    path.write_text(text, "utf-8")
    return path


def test_a_price_list_is_one_act(bench, qtbot, tmp_path):
    path = written(tmp_path / "tarif.csv", "Code;Désignation;Prix;Stock\nA-1;Audit;1500;3\nN-1;Neuf;10;4\n")
    taken(bench, qtbot, path)
    assert [(row.label, row.unit_price) for row in bench.offers() if row.code] == [("Audit", 1500), ("Neuf", 10)]
    assert bench.said == ["Catalogue: 1 added, 1 changed. Left out: the column “Stock”."]
    assert bench.window.registry.get("catalogue.undo").text == "Undo: import “tarif.csv”"
    bench.page.desk.undo()
    assert [row.label for row in bench.offers()] == ["=Abonnement; suivi", "Audit des relances"]
    bench.page.desk.redo()
    assert len(bench.offers()) == 3
    bench.page.desk.undo()
    taken(bench, qtbot, path)
    taken(bench, qtbot, path)
    assert bench.said[-1] == "Catalogue: 2 as they were. Left out: the column “Stock”."


def test_wrong_lines_are_told_and_nothing_is_taken_in(bench, qtbot, tmp_path):
    before = [(row.label, row.unit_price) for row in bench.offers()]
    taken(bench, qtbot, written(tmp_path / "a.csv", "Code;Offre;Prix\nA-1;Audit;1500\nB;Bilan;dix\nC;;1\n"))
    banner = bench.page.banner
    assert banner.text.startswith("Nothing was imported: 1 line is wrong. Line 3")
    taken(bench, qtbot, written(tmp_path / "a.csv", "Code;Offre\nA-1;Audit\nA-1;Bilan\nC;\n"))
    assert banner.text.startswith("Nothing was imported: 2 lines are wrong.")
    bench.page._show_faults(())
    overlay = bench.window.findChildren(FaultsOverlay)[-1]
    overlay.close_overlay()
    assert [(row.label, row.unit_price) for row in bench.offers()] == before
    assert bench.page.desk.stack.count() == 0


def test_every_wrong_line_can_be_read_and_copied(bench, qtbot, tmp_path):
    taken(bench, qtbot, written(tmp_path / "a.csv", "Code;Offre;Prix\nB;Bilan;dix\nC;Neuf;=A1\n"))
    bench.page.banner.findChildren(type(bench.page.new_button))[0].click()
    overlay = bench.window.findChild(FaultsOverlay)
    assert overlay.isVisible() and overlay.lines.hasFocus()
    assert [line[:6] for line in overlay.lines.toPlainText().splitlines()] == ["Line 2", "Line 3"]
    overlay.close_overlay()
    assert not overlay.isVisible()


def test_what_is_no_catalogue_is_said(bench, qtbot, tmp_path):
    taken(bench, qtbot, written(tmp_path / "a.xlsx", "PK\x03\x04"))
    assert bench.page.banner.text == "This workbook is damaged: it cannot be read."


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_what_is_exported_is_read_again(bench, qtbot, tmp_path, name):
    bench.page.exchange.export_file(tmp_path / name, OFFERS)
    assert bench.said == [f"{name} is written."]
    taken(bench, qtbot, tmp_path / name)
    assert bench.said[-1] in ("Catalogue: 5 as they were.", "Catalogue: 2 as they were.")
    assert bench.page.desk.stack.count() == 0


def test_what_cannot_be_written_is_said(bench, tmp_path):
    bench.page.exchange.export_file(tmp_path / "absent" / "a.csv", PROOFS)
    assert "cannot be written" in bench.page.banner.text


def test_the_ending_is_that_of_the_kind_chosen():
    assert with_ending(Path("a"), False) == Path("a.xlsx")
    assert with_ending(Path("a.xlsx"), True) == Path("a.csv")
    assert with_ending(Path("v1.2"), True) == Path("v1.2.csv")
    assert with_ending(Path("A.XLSX"), False) == Path("A.XLSX")


def test_what_a_plan_did_in_words():
    assert told(Plan((), 1, 2, 1, 0, ())) == "Catalogue: 1 added, 2 changed, 1 brought back."
