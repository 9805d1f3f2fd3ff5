"""From a point of a page to a block of the composer."""

from PySide6.QtCore import QPointF, QRectF

from desktop.documents.places import Place
from desktop.ui.proposals.preview_blocks import Block, Keys, block_at, blocks_of, keys_of, words_behind

KEYS = Keys(("first", "second"), ("start",))


def test_places_take_the_keys_of_their_needs_and_options():
    assert KEYS.name("need:1") == "need:second" and KEYS.name("proof:0") == "proof:first"
    assert KEYS.name("option:0") == "option:start"
    assert KEYS.name("title") == "title" and KEYS.name("gain:2") == "gain:2" and KEYS.name("block:0") == "block:0"
    assert KEYS.name("need:2") == "" and KEYS.name("option:1") == ""


def test_the_words_behind_an_answer_or_what_was_understood():
    assert words_behind("understanding:k") == words_behind("impact:k") == words_behind("need:k") == "need:k"
    assert words_behind("benefit:k") == words_behind("proof:k") == words_behind("answer:k") == "answer:k"
    assert words_behind("option:k") == "option:k" and words_behind("title") == "title"


def place(top, where, left=50.0, page=0, height=12.0):
    return Place(page, left, top, 200.0, height, where)


def test_paragraphs_that_follow_one_another_are_one_piece():
    found = blocks_of(
        [
            place(100, "objective"),
            place(114, "objective"),
            place(100, "cost", 300),
            place(400, "objective"),
            place(50, "objective", page=1),
            place(60, "need:9"),
        ],
        KEYS,
    )
    assert found == [
        Block(0, QRectF(50, 100, 200, 26), "objective"),
        Block(0, QRectF(300, 100, 200, 12), "cost"),
        Block(0, QRectF(50, 400, 200, 12), "objective"),
        Block(1, QRectF(50, 50, 200, 12), "objective"),
    ]


def test_the_smallest_piece_under_a_point_of_that_page():
    large, small = Block(0, QRectF(0, 0, 500, 500), "plan"), Block(0, QRectF(10, 10, 50, 20), "title")
    assert block_at([large, small], 0, QPointF(20, 20)) is small
    assert block_at([large, small], 0, QPointF(200, 200)) is large
    assert block_at([large, small], 1, QPointF(20, 20)) is None and block_at([large], 0, QPointF(600, 2)) is None


def test_the_keys_are_those_of_what_the_content_says(composed):
    view = composed.sheet
    keys = keys_of(view)
    assert len(keys.needs) == len(view.content.needs) and len(keys.options) == len(view.content.options)
    left_out = composed.page.composer.needs.rows[0]
    left_out.included.click()
    view = composed.sheet
    assert str(left_out.row_id) not in keys_of(view).needs
    assert len(keys_of(view).needs) == len(view.content.needs)
