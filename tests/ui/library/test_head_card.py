"""What is said at the top of an item, in each of its states."""

import pytest

from desktop.models.library import ItemKind
from desktop.services.library import Piece, Shelfmark, ShelfRow
from desktop.ui.library.head_card import HeadCard


def piece(kind=ItemKind.GRID, **more):
    usual = {"version": 3, "draft": 0, "archived": False, "shipped": True, "own": True}
    row = ShelfRow(Shelfmark(kind, "k", "en"), "Name", **{**usual, **more})
    content = {"name": "Name"}
    return Piece(row, content if row.version else None, content if row.draft else None)


@pytest.mark.parametrize(
    ("more", "state", "origin", "about"),
    [
        ({}, "v3 in use", "Yours", "editing opens a draft, v4"),
        ({"own": False}, "v3 in use", "Shipped", "never changes"),
        ({"draft": 4}, "Draft v4", "Yours", "v3 stays in use until you publish. Past calls keep theirs."),
        ({"version": 0, "draft": 1, "shipped": False, "own": False}, "Draft v1", "Yours", "Not offered"),
        ({"archived": True}, "Archived", "Yours", "No longer offered"),
    ],
)
def test_each_state_is_said_in_words(qtbot, more, state, origin, about):
    card = HeadCard()
    qtbot.addWidget(card)
    card.show_piece(piece(**more))
    assert (card.state.text, card.origin.text) == (state, origin) and about in card.about.text()


def test_what_a_draft_lacks_is_counted(qtbot):
    card = HeadCard()
    qtbot.addWidget(card)
    card.show_piece(piece(draft=4), 1)
    assert card.about.text().endswith("Past calls keep theirs. 1 thing left to write.")
    card.show_piece(piece(version=0, draft=1), 3)
    assert card.about.text().endswith("3 things left to write.")
    card.show_piece(piece(draft=4), 0)
    assert "left to write" not in card.about.text()


def test_only_what_can_be_done_is_offered(qtbot):
    card = HeadCard()
    qtbot.addWidget(card)
    card.show()

    def offered():
        return [each.text() for each in (card.discard, card.copy, card.export, card.archive) if each.isVisible()]

    card.show_piece(piece())
    assert offered() == ["Duplicate", "Export…", "Archive"]
    card.show_piece(piece(version=0, draft=1))
    assert offered() == ["Give up", "Duplicate", "Export…"]
    card.show_piece(piece(archived=True))
    assert offered() == ["Duplicate", "Export…", "Restore"]
    card.show_piece(piece(ItemKind.OBJECTIONS, draft=4))
    assert offered() == ["Give up", "Export…"], "there is one set in each language"
