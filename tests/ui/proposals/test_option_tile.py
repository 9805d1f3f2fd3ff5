"""An option at a glance."""

from decimal import Decimal

import pytest

from desktop import i18n
from desktop.models.proposals import Door
from desktop.ui.proposals.option_tile import Glance, OptionTile

D = Decimal


def test_it_says_price_needs_and_place_in_the_budget():
    i18n.use("fr")
    glance = Glance("Équiper", D(13400), 2, 3, True, D(15000))
    assert glance.price.replace("\u202f", " ").replace("\u00a0", " ") == "13 400 € HT"
    assert glance.words == "2 besoins sur 3\u00a0· recommandée\u00a0· dans le budget", "no line begins with a dot"


def test_cents_are_shown_when_there_are_some():
    assert Glance("A", D("10.50"), 0, 0, False).price == "€10.50 excl. VAT"


def test_the_difference_with_the_recommended_one_has_its_sign():
    assert Glance("A", D(5), 1, 1, False, dearer=D(6400)).words == "1 need of 1\u00a0· +€6,400"
    assert Glance("A", D(5), 0, 1, False, dearer=D(-6500)).words == "0 needs of 1\u00a0· −€6,500"
    assert Glance("A", D(5), 1, 1, False, D(4)).words == "1 need of 1\u00a0· above the budget"


def test_a_pre_proposal_shows_no_price():
    glance = Glance("A", None, 1, 1, False, D(4))
    assert glance.price == "No price" and "budget" not in glance.words


def test_the_whole_is_read_aloud_and_only_its_owner_checks_it(qtbot):
    tile = OptionTile()
    qtbot.addWidget(tile)
    tile.show_glance(Glance("<b>A</b>", D(5), 1, 1, True))
    assert tile.accessibleName() == "<b>A</b>, €5 excl. VAT, 1 need of 1\u00a0· recommended"
    tile.show()
    tile.click()
    assert not tile.isChecked()
    assert not tile.grab().isNull()


def test_what_comes_back_is_said_apart_and_counted_for_a_year_in_the_budget():
    glance = Glance("A", D(5000), 1, 1, False, D(6000), monthly=D(100), yearly=D("9.90"), held=D("6209.90"))
    assert glance.price == "€5,000 excl. VAT"
    assert glance.later == ["+ €100 per month", "+ €9.90 per year"]
    assert "above the budget" in glance.words
    assert Glance("A", D(0), 1, 1, False, monthly=D(100)).price == "€100 excl. VAT per month"
    assert Glance("A", None, 1, 1, False, monthly=D(100)).later == []


def test_its_door_and_the_needs_in_their_words_are_read_aloud(qtbot):
    tile = OptionTile()
    qtbot.addWidget(tile)
    tile.show_glance(Glance("A", D(5), 1, 1, False, door=Door.BUDGET, quotes=("“We lose a day.”",)), 300)
    assert "Inside the budget" in tile.accessibleName() and "We lose a day" in tile.accessibleDescription()
    assert tile.height() == 300
    tile.show_glance(Glance("A", D(5), 1, 1, False))
    assert tile.height() < 300 and tile.accessibleDescription() == ""


@pytest.mark.parametrize("width", [110, 180, 400])
def test_any_name_is_painted_within_its_tile(qtbot, width):
    tile = OptionTile()
    qtbot.addWidget(tile)
    glance = Glance("Une journée rendue chaque semaine " * 4, D(99_999_999), 1, 1, True, D(1), D(3), D(240), D(90))
    tile.show_glance(glance)
    tile.resize(width, tile.height())
    below = tile.grab().toImage()
    edge = {below.pixelColor(x, below.height() - 6).name() for x in range(20, width - 20)}
    assert len(edge) == 1, "nothing is written over the lower edge"
