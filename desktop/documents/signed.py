"""The document that a customer signed on the screen: what was exported, drawn again with its acceptance filled in.

The archived export stays as it is; the signed document carries its digest, and says who signed it, where and when.
"""

from functools import partial

from desktop.documents.acceptance import acceptance
from desktop.documents.files import file_name
from desktop.documents.running import language_of
from desktop.documents.variants import render_document
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import ProposalContent
from desktop.services.signatures import Acceptance


def render_signed(content: ProposalContent, kind: DocumentKind, signed: Acceptance) -> bytes:
    """The PDF of ``kind`` with the signature. Pure: the same content and signature give the same bytes.

    ``content`` is what the signed export was made from. Any text is accepted, of any length.
    """
    return render_document(content, kind, partial(acceptance, signed=signed))


def signed_name(content: ProposalContent, kind: DocumentKind) -> str:
    """``2026-11-23_Proposition_Ateliers-Brevent_P-2026-0042_v2_signee.pdf``: beside the export."""
    language = language_of(content)
    if kind is DocumentKind.QUOTATION:
        return file_name(content, kind, language.pgettext("file of a quotation", "signed"))
    return file_name(content, kind, language.pgettext("file of a proposal", "signed"))
