"""Zooms and the places of pages, in numbers."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF

from desktop.ui.proposals.preview_layout import (
    GAP,
    LEAST,
    MARGIN,
    MOST,
    STEPS,
    Fit,
    Layout,
    Spot,
    pixels_a_point,
    stepped,
    within,
)

A4, A6 = QSizeF(595, 842), QSizeF(298, 420)


def test_steps_go_from_half_to_four_times_and_stop_there():
    value, seen = LEAST, [LEAST]
    while value < MOST:
        value = stepped(value, 1)
        seen.append(value)
    assert tuple(seen) == STEPS and stepped(MOST, 1) == MOST and stepped(LEAST, -1) == LEAST
    assert stepped(1.0, -1) == 0.9 and stepped(0.28, 1) == 0.5 and stepped(1.004, 1) == 1.1
    assert within(9) == 4 and within(0.1) == 0.5 and within(1.3) == 1.3


@pytest.mark.parametrize(
    "zoom, room, expected",
    [
        (1.0, QSize(500, 700), 96 / 72),
        (Fit.WIDTH, QSize(500, 700), (500 - 2 * MARGIN) / 595),
        (Fit.WIDTH, QSize(5000, 700), 900 / 595),
        (Fit.WIDTH, QSize(10, 700), 120 / 595),
        (Fit.PAGE, QSize(900, 500), (500 - 2 * MARGIN) / 842),
        (Fit.PAGE, QSize(300, 5000), (300 - 2 * MARGIN) / 595),
    ],
)
def test_how_large_a_point_is(zoom, room, expected):
    assert pixels_a_point(zoom, (A4, A4), room, 96) == pytest.approx(expected)


def test_pages_stand_one_under_the_other_in_the_middle():
    layout = Layout((A4, A6), 1.0, QSize(1000, 700))
    first, second = layout.rects
    assert first == QRectF(202.5, MARGIN, 595, 842)
    assert second == QRectF(351, MARGIN + 842 + GAP, 298, 420)
    assert layout.size == QSizeF(1000, MARGIN + 842 + GAP + 420 + MARGIN)
    assert layout.pages_in(QRectF(0, 0, 1000, 700)) == [0]
    assert layout.pages_in(QRectF(0, 700, 1000, 700)) == [0, 1]
    assert layout.page_of(QRectF(0, 700, 1000, 300)) == 0
    assert layout.page_of(QRectF(0, 800, 1000, 300)) == 1


def test_a_spot_goes_there_and_back_at_any_scale():
    small, large = (Layout((A4, A4, A6), scale, QSize(600, 700)) for scale in (0.5, 3.0))
    for page, x, y in ((0, 0, 0), (1, 300, 400), (2, 100, 419), (0, -20, -9)):
        spot = small.spot(small.place(Spot(page, x, y)))
        assert (spot.page, spot.x, spot.y) == (page, pytest.approx(x), pytest.approx(y))
        assert large.spot(large.place(spot)).page == page
    assert small.spot(QPointF(0, 99_999)).page == 2


def test_a_spot_of_a_page_that_is_no_more_is_on_the_last():
    layout = Layout((A4,), 1.0, QSize(600, 700))
    assert layout.place(Spot(5, 10, 20)) == layout.rects[0].topLeft() + QPointF(10, 20)


def test_a_box_follows_the_scale():
    layout = Layout((A4,), 2.0, QSize(600, 700))
    assert layout.on_page(0, QRectF(10, 20, 30, 40)).size() == QSizeF(60, 80)


def test_nothing_takes_no_room():
    layout = Layout((), 1.0, QSize(600, 700))
    assert layout.size.height() == 0 and layout.page_of(QRectF(0, 0, 10, 10)) == 0
