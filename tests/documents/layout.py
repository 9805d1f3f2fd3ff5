"""Where each line of a page stands, as its reader sees it: what is cut, alone or outside is found by position."""

from dataclasses import dataclass

from pypdf import PageObject

from desktop.documents import fonts
from tests.documents.reading import reader

_HEADINGS = 12.0
_COLUMN_TITLES = 8.5
_FOOT_OF_PAPER = 40.0
_TOTALS = ("Total", "TVA ", "VAT ")


@dataclass(frozen=True)
class Line:
    text: str
    left: float
    right: float
    y: float
    size: float
    face: str

    @property
    def announces(self) -> bool:
        """A heading, or the titles of the columns of a table: nothing by itself."""
        strong = self.face in (fonts.SEMIBOLD, fonts.BOLD)
        return strong and (self.size >= _HEADINGS or self.size == _COLUMN_TITLES)


def lines(page: PageObject) -> list[Line]:
    """From top to bottom."""
    found: list[Line] = []

    def keep(text: str, cm: list[float], tm: list[float], font: dict | None, size: float) -> None:
        if not text.strip() or font is None:
            return
        face = str(font["/BaseFont"]).split("+")[-1]
        left, y = cm[4] + tm[4], cm[5] + tm[5]
        plain = text.rstrip("\n")
        found.append(Line(plain, left, left + fonts.width(plain, face, size), y, size, face))

    page.extract_text(visitor_text=keep)
    return sorted(found, key=lambda line: (-line.y, line.left))


def _body(text: list[Line], height: float) -> list[Line]:
    """Without the running lines, which stand in the margins of A4."""
    return text if height < 600 else [line for line in text if _FOOT_OF_PAPER < line.y < height - 70]


def faults(data: bytes) -> list[str]:
    """What no page may show: a heading alone at its foot, a total alone at its head, anything outside the margins."""
    wrong: list[str] = []
    pages = reader(data).pages
    for number, page in enumerate(pages, 1):
        width, side = float(page.mediabox.width), 18 * 72 / 25.4 if float(page.mediabox.width) > 400 else 9 * 72 / 25.4
        everything = lines(page)
        text = _body(everything, float(page.mediabox.height))
        wrong += [
            f"page {number}: {line.text!r} is outside"
            for line in everything
            if line.left < side - 1 or line.right > width - side + 1 or line.y < 8
        ]
        wrong += [f"page {number}: {one.text!r} over {other.text!r}" for one, other in _overlapping(everything)]
        if not text:
            wrong.append(f"page {number} is empty")
            continue
        foot = [line for line in text if abs(line.y - text[-1].y) < 1]
        if number < len(pages) and all(line.announces for line in foot):
            wrong.append(f"page {number} ends with {foot[0].text!r}")
        rows = [line for line in text if not (line.size == _COLUMN_TITLES and line.announces)]
        if number > 1 and rows and rows[0].text.startswith(_TOTALS):
            wrong.append(f"page {number} begins with {rows[0].text!r}")
    return wrong


def _overlapping(text: list[Line]) -> list[tuple[Line, Line]]:
    """Two lines drawn one over the other."""
    found = []
    for place, one in enumerate(text):
        for other in text[place + 1 :]:
            if one.y - other.y > 0.6 * max(one.size, other.size):
                break
            if min(one.right, other.right) - max(one.left, other.left) > 1:
                found.append((one, other))
    return found
