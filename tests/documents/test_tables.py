"""Rows stay whole unless no page could hold them."""

from io import BytesIO

from desktop.documents.sheet import HEIGHT, Pages, Running, Sheet
from desktop.documents.styles import styles
from desktop.documents.tables import height, if_room, ruled, shares
from desktop.documents.typesetter import Typesetter
from desktop.i18n import Language
from desktop.services.proposal_content import DEFAULT_ACCENT
from tests.documents.reading import reader

SETTER = Typesetter(Language("en"), styles(DEFAULT_ACCENT))


def laid(heights: list[int]) -> list[str]:
    """Pages of a table whose rows have so many lines each."""
    text = SETTER.styles.body
    rows = [
        [[SETTER.paragraph("\n".join(f"r{n}.{k}." for k in range(height)), text)]] for n, height in enumerate(heights)
    ]
    buffer = BytesIO()
    running = Running("t", "a", "s", "", "en-GB", "", "", "", "", "", "{page} / {total}")
    table = ruled([[SETTER.paragraph("Heading", SETTER.styles.column)]], rows, [1])
    Sheet(buffer, running, SETTER.styles.accent, Pages(1)).lay([table])
    return [page.extract_text() for page in reader(buffer.getvalue()).pages]


def test_a_row_that_a_page_can_hold_is_never_cut():
    for first in range(20, 45):
        pages = laid([first, 20, 20])
        for row in range(3):
            assert sum(f"r{row}." in page for page in pages) == 1


def test_a_row_taller_than_a_page_goes_on_with_its_heading():
    lines = int(HEIGHT / 14) * 2
    pages = laid([3, lines, 3])
    assert all("Heading" in page for page in pages) and len(pages) >= 3
    assert all(sum(f"r1.{k}." in page for page in pages) == 1 for k in range(lines))


def test_shares_fill_the_sheet():
    assert sum(shares([1, 2, 3.5])) == sum(shares([1]))


def test_a_height_counts_what_stands_between():
    section, body = SETTER.section("Heading", "x"), SETTER.paragraph("One line", SETTER.styles.body)
    heading = SETTER.paragraph("Heading", SETTER.styles.heading)
    assert height(section, body) == 21 + 4 + 14
    assert height(body, heading, body) == 14 + 12 + 16 + 3 + 14


def test_what_needs_room_is_left_out_without_it():
    line = SETTER.paragraph("One line", SETTER.styles.body)
    for available, taken in ((14 + 8 + 30, 22), (14 + 8 + 29, 0), (-1, 0)):
        assert if_room(line, 8, 30).wrap(400, available)[1] == taken
