"""A document with the places of its blocks: what the screen needs to open a block from the page it stands on."""

from dataclasses import dataclass

from desktop.documents.places import Place, recording
from desktop.documents.variants import render_document
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import ProposalContent


@dataclass(frozen=True)
class PlacedDocument:
    """``data`` are the very bytes of the document, ``places`` the parts of its blocks in the order of the pages."""

    data: bytes
    places: tuple[Place, ...] = ()


def place_document(content: ProposalContent, kind: DocumentKind) -> PlacedDocument:
    """``render_document``, and where its blocks are. Pure, safe in a worker thread."""
    with recording() as record:
        data = render_document(content, kind)
    return PlacedDocument(data, record.of(data))
