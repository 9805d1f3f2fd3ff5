"""Words are marked where they stand, markup stays text, and the word is in sight."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from desktop.ui import theme
from desktop.ui.widgets.marked_text import mark_formats, paint_marked, shortened
from tests.hostile import HOSTILE


def test_where_the_marks_are(qapp) -> None:
    assert [(each.start, each.length) for each in mark_formats("Le Dévis <b>", ("devis",))] == [(3, 5)]


def test_the_word_is_in_sight(qapp) -> None:
    text = "un début bien long " * 10 + "puis le devis et la suite " * 5
    cut = shortened(text, ("devis",), theme.font("body"), 200)
    assert cut.startswith("…") and "devis" in cut and cut.endswith("…")
    assert shortened("devis", ("devis",), theme.font("body"), 200) == "devis"


def test_it_paints_its_marks_and_anything(qapp) -> None:
    def painted(text: str, words: tuple[str, ...]) -> object:
        pixmap = QPixmap(200, 24)
        pixmap.fill(theme.current().colour("surface"))
        painter = QPainter(pixmap)
        assert paint_marked(painter, QRectF(0, 0, 200, 24), text, words, theme.font("body")) <= 200
        painter.end()
        return pixmap.toImage()

    assert painted("le devis", ("devis",)) != painted("le devis", ())
    for text in HOSTILE:
        painted(text, ("b", "a"))
