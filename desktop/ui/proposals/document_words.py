"""What the documents of a proposal are called on the screens, where two of them must not be taken for one another."""

from desktop.i18n import pgettext
from desktop.models.proposals import DocumentKind


def document_words(kind: DocumentKind, *, priced: bool = True) -> str:
    """``Proposition complète``, ``Synthèse d’une page``… ``priced`` tells a proposal from a pre-proposal."""
    if kind is DocumentKind.PROPOSAL and not priced:
        return pgettext("document", "Pre-proposal, without a price")
    return {
        DocumentKind.PROPOSAL: pgettext("document", "Full proposal"),
        DocumentKind.SUMMARY: pgettext("document", "One-page summary"),
        DocumentKind.QUOTATION: pgettext("document", "Quotation alone"),
        DocumentKind.PLAN: pgettext("document", "Needs and schedule, non-contractual"),
        DocumentKind.SLIP: pgettext("document", "Take-away slip, A6"),
    }[kind]
