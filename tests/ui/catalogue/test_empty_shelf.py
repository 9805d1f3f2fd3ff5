"""A shelf with nothing on it says what it is for."""

import pytest

from desktop import i18n
from desktop.ui.catalogue.shelves import BLOCKS


def labels(rows):
    return [row.label for row in rows]


def test_an_empty_shelf_invites(bare):
    page = bare.page
    assert page.empty["offers"].isVisible() and page.empty["offers"].state.button.hasFocus()
    page.empty["offers"].state.button.click()
    assert labels(bare.offers()) == ["New offer"] and page.editor.isVisible()
    page.desk.undo()
    assert page.empty["offers"].isVisible()


@pytest.mark.parametrize("code", i18n.LANGUAGES)
def test_examples_are_blocks_to_rewrite(bare, code):
    page = bare.page
    page.show_shelf(BLOCKS)
    page.show_language(code)
    page.empty["blocks"].other.click()
    assert len(bare.blocks(code)) == 6 and not any(row.usual for row in bare.blocks(code))
    page.desk.undo()
    assert bare.blocks(code) == [] and bare.blocks(code, archived=True) == []
