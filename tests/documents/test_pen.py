"""Ink stays inside its room, and keeps the shape that was drawn."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.pen import signature

ROOM = (150.0, 50.0)
DOTS = st.tuples(st.integers(0, 1000), st.integers(0, 1000))


def drawn(strokes: object) -> list[tuple[str, tuple[float, ...]]]:
    """The path commands of the drawing, with their points."""
    canvas = Canvas(BytesIO(), pageCompression=0)
    signature(strokes, *ROOM).drawOn(canvas, 0, 0)  # type: ignore[arg-type]
    found = []
    for line in canvas._code:
        words = line.split()
        numbers: list[float] = []
        for word in words:
            if word in ("m", "l", "c"):
                found.append((word, tuple(numbers)))
                numbers = []
            else:
                try:
                    numbers.append(float(word))
                except ValueError:
                    numbers = []
    return found


@given(st.lists(st.lists(DOTS, max_size=12), max_size=6))
def test_no_ink_leaves_the_room(strokes: list[list[tuple[int, int]]]) -> None:
    for _command, points in drawn(strokes):
        for x, y in zip(points[0::2], points[1::2], strict=True):
            assert -0.01 <= x <= ROOM[0] + 0.01
            assert -0.01 <= y <= ROOM[1] + 0.01


def test_down_on_the_screen_is_down_on_the_paper() -> None:
    points = [points for _command, points in drawn([[(0, 0), (0, 300)]])]
    assert points[0][1] > points[-1][1]


@pytest.mark.parametrize(("strokes", "begun"), [([], 0), ([[]], 0), ([[(3, 3)]], 1), ([[(0, 0), (9, 9)], [(5, 5)]], 2)])
def test_each_stroke_is_begun_once(strokes: list[list[tuple[int, int]]], begun: int) -> None:
    assert sum(command == "m" for command, _points in drawn(strokes)) == begun


def test_a_small_sign_is_not_blown_up() -> None:
    xs = [x for _command, points in drawn([[(500, 100), (530, 110)]]) for x in points[0::2]]
    assert max(xs) - min(xs) < 20
