"""An option at a glance."""

from decimal import Decimal

from desktop import i18n
from desktop.ui.proposals.option_tile import Glance, OptionTile

D = Decimal


def test_it_says_price_needs_and_place_in_the_budget():
    i18n.use("fr")
    glance = Glance("Équiper", D(13400), 2, 3, True, D(15000))
    assert glance.price.replace("\u202f", " ").replace("\u00a0", " ") == "13 400 € HT"
    assert glance.words == "2 besoins sur 3 · recommandée · dans le budget"


def test_cents_are_shown_when_there_are_some():
    assert Glance("A", D("10.50"), 0, 0, False).price == "€10.50 excl. VAT"


def test_the_difference_with_the_recommended_one_has_its_sign():
    assert Glance("A", D(5), 1, 1, False, dearer=D(6400)).words == "1 need of 1 · +€6,400"
    assert Glance("A", D(5), 0, 1, False, dearer=D(-6500)).words == "0 needs of 1 · −€6,500"
    assert Glance("A", D(5), 1, 1, False, D(4)).words == "1 need of 1 · above the budget"


def test_a_pre_proposal_shows_no_price():
    glance = Glance("A", None, 1, 1, False, D(4))
    assert glance.price == "No price" and "budget" not in glance.words


def test_the_whole_is_read_aloud_and_only_its_owner_checks_it(qtbot):
    tile = OptionTile()
    qtbot.addWidget(tile)
    tile.show_glance(Glance("<b>A</b>", D(5), 1, 1, True))
    assert tile.accessibleName() == "<b>A</b>, €5 excl. VAT, 1 need of 1 · recommended"
    tile.show()
    tile.click()
    assert not tile.isChecked()
    assert not tile.grab().isNull()
