"""The item at hand, as a whole."""

from desktop.ui.catalogue.head_card import HeadCard
from desktop.ui.catalogue.shelves import BLOCKS


def test_only_a_block_in_use_moves(bench, qtbot):
    card = HeadCard()
    qtbot.addWidget(card)
    card.show_item(bench.offers()[0], 0, 2)
    assert card.up.isHidden() and card.archive.text() == "Archive"
    card.show_item(bench.blocks()[0], 0, 2)
    assert not card.up.isHidden() and not card.up.isEnabled() and card.down.isEnabled()


def test_what_is_put_away_says_so(bench):
    page = bench.page
    page.show_shelf(BLOCKS)
    page.desk.archive()
    page.toggle_archived()
    assert page.head.about.text().startswith("Archived") and page.head.archive.text() == "Bring back"
    assert page.head.up.isHidden()
