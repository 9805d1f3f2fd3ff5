"""Marks beside one another, never over one another, whatever their number."""

from itertools import combinations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from desktop.models.matrix import Heat
from desktop.services.matrix_board import Mark
from desktop.ui.matrix.plane_layout import DOT, lay_out

COLUMNS = {heat: QRectF(100 * place, 20, 90, 400) for place, heat in enumerate(Heat)}
POINTS = st.integers(0, 15)
SPANS = st.tuples(st.sampled_from(Heat), POINTS, POINTS)


def mark(heat: Heat, one: int, other: int, name: str = "") -> Mark:
    low, high = sorted((one, other))
    return Mark(heat, low / 15, high / 15, ((low, high, 15),), name=name)


TOO_MANY = [(Heat.COLD, 0, 0)] * 7 + [(Heat.COLD, *span) for span in ((0, 4), (0, 12), (4, 4), (4, 12))]
"""Which no gathering made narrow enough for the column: they were all left out."""


@settings(max_examples=40, deadline=None)
@given(st.lists(SPANS, max_size=120))
@example(TOO_MANY)
def test_everybody_is_drawn_in_their_column_and_nobody_over_another(spans: list[tuple[Heat, int, int]]) -> None:
    placed = lay_out([mark(*span, name=str(place)) for place, span in enumerate(spans)], COLUMNS)
    assert sum(each.mark.count for each in placed) == len(spans)
    for each in placed:
        column = COLUMNS[each.mark.heat]
        assert column.left() - 1 <= each.box.left() and each.box.right() <= column.right() + 1
    for one, other in combinations(placed, 2):
        assert not one.box.intersects(other.box)


def test_a_box_spans_the_interval_and_a_known_total_is_a_dot() -> None:
    box, dot = lay_out([mark(Heat.HOT, 6, 12, "box"), mark(Heat.HOT, 9, 9, "dot")], COLUMNS)
    column = COLUMNS[Heat.HOT]
    assert (box.box.top(), box.box.bottom()) == (column.bottom() - 0.8 * 400, column.bottom() - 0.4 * 400)
    assert dot.box.width() == dot.box.height() == DOT
    assert dot.box.center().y() == column.bottom() - 0.6 * 400
