"""What is said of an item in the list."""

from desktop import i18n
from desktop.models.catalogue import StandingBlock
from desktop.ui.catalogue.shelves import BLOCKS, PROOFS, found, name_of, new_words, row_of, shelf_of


def test_the_second_line_says_what_matters(bench):
    abonnement, audit = map(row_of, bench.offers())
    assert (abonnement.about, audit.about) == ("€90.00 a month", "A-1 · €1,340.50 / forfait · step")
    (proof,) = found(bench.workspace, PROOFS, "fr", "", False)
    assert row_of(proof).about == "Figure · Roland, mars 2026" and name_of(proof).startswith("Six heures")
    (block,) = found(bench.workspace, BLOCKS, "en", "", False)
    assert row_of(block).about == "Method · in every proposal" and name_of(block) == "Our method"
    assert row_of(block).told == "Our method · Method · in every proposal"


def test_each_kind_has_its_shelf_and_its_words():
    i18n.use("fr")
    assert shelf_of(StandingBlock) is BLOCKS and new_words(PROOFS) == "Nouvelle preuve"
