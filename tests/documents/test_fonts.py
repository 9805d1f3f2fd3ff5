"""The typeface is shipped with its licence, and has what French needs."""

from reportlab.pdfbase import pdfmetrics

from desktop.documents import fonts
from desktop.paths import resources


def test_every_sign_of_a_french_proposal_has_a_glyph():
    needed = "abcéèêëàâçùûîïôœæŒÆÉÈÀÇ0123456789€%«»’…–−→·•☐☑✓°²(),;:!?/&@ \u00a0"
    assert {sign for sign in needed if ord(sign) not in fonts.glyphs()} == set()


def test_the_four_faces_draw_the_same_signs():
    fonts.register()
    faces = (fonts.REGULAR, fonts.SEMIBOLD, fonts.BOLD, fonts.ITALIC)
    assert all(frozenset(pdfmetrics.getFont(name).face.charToGlyph) == fonts.glyphs() for name in faces)


def test_figures_line_up_in_columns():
    fonts.register()
    for face in (fonts.REGULAR, fonts.SEMIBOLD):
        assert len({fonts.width(digit, face, 10) for digit in "0123456789"}) == 1


def test_the_licence_is_shipped():
    assert "SIL OPEN FONT LICENSE" in (resources() / "fonts" / "SourceSans3-LICENSE.txt").read_text("utf-8")
