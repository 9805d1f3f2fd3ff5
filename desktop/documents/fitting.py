"""From a story to its file: what it says of its own pages is made true, and it is set tighter when that saves a page.

Nothing is kept from one document to the next: the pages are first counted, without a mark on the paper, then drawn.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from reportlab.platypus.flowables import Flowable

from desktop.documents.running import language_of, running
from desktop.documents.sheet import Pages, Sheet
from desktop.documents.styles import styles
from desktop.documents.typesetter import Typesetter
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import ProposalContent

_USUAL = Pages(5, {"said": 2, "answers": 2, "options": 3, "acceptance": 5})
"""What a story is first told of its pages; what it then says wrong is put right before anything is drawn."""
_AFTER_OPENING = 2
_PASSES = 4
"""Numbers of one and two digits may not take the same room: drawn again until what is said is true."""


@dataclass(frozen=True)
class Story:
    """What a document says; ``rest`` is set and wrapped once."""

    opening: Callable[[Pages], list[Flowable]]
    """Names pages: made again once it is known where they fall."""
    rest: list[Flowable]


Teller = Callable[[ProposalContent, Typesetter], Story]


def fitted(content: ProposalContent, kind: DocumentKind, tell: Teller, most: int) -> bytes:
    """The PDF of ``kind``: as many pages as it takes; a little tighter when that brings it nearer to ``most``.

    Pure: the same content gives the same bytes, no file is written. Safe in a worker thread.
    """
    chosen = _Draft(content, kind, tell, tight=False)
    if _a_little_long(chosen.pages, most):
        tight = _Draft(content, kind, tell, tight=True)
        chosen = tight if tight.pages.total < chosen.pages.total else chosen
    return chosen.drawn()


def _a_little_long(pages: Pages, most: int) -> bool:
    """A page or two too many, or an opening that runs over its page; what is far longer is read at its ease."""
    return most < pages.total <= most + 2 or min(pages.sections.values(), default=1) > _AFTER_OPENING


class _Draft:
    """A story in one setting; ``pages`` is where things fall in it."""

    def __init__(self, content: ProposalContent, kind: DocumentKind, tell: Teller, *, tight: bool) -> None:
        setter = Typesetter(language_of(content), styles(content.seller.accent, tight))
        self._accent = setter.styles.accent
        self._running = running(content, setter, kind)
        self._story = tell(content, setter)
        self.pages = self._lay(BytesIO(), _USUAL, blind=True)

    def drawn(self) -> bytes:
        expected = self.pages
        for _pass in range(_PASSES):
            buffer = BytesIO()
            found = self._lay(buffer, expected, blind=False)
            if found == expected:
                break
            expected = found
        return buffer.getvalue()

    def _lay(self, buffer: BytesIO, expected: Pages, *, blind: bool) -> Pages:
        sheet = Sheet(buffer, self._running, self._accent, expected)
        return sheet.lay([*self._story.opening(expected), *self._story.rest], blind=blind)
