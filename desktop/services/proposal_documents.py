"""Which documents of a proposal give a price, and what forbids each of them to leave."""

from collections.abc import Iterable

from desktop.models.proposals import DocumentKind
from desktop.services.proposal_checks import Check
from desktop.services.proposal_sheet import ProposalSheet

PRICED = frozenset({DocumentKind.PROPOSAL, DocumentKind.SUMMARY, DocumentKind.QUOTATION})
"""Those that give the price of a contractual proposal; the others never do."""
_IDENTITIES = ("company", "client")
"""Where the checks stand that hold for a document without a price."""


def forbidding(checks: Iterable[Check], kind: DocumentKind) -> tuple[Check, ...]:
    """The checks that forbid this document; those about prices hold only where one is given."""
    blocks = (check for check in checks if check.level == "block")
    return tuple(check for check in blocks if kind in PRICED or check.where in _IDENTITIES)


def lacks_reason(sheet: ProposalSheet, kind: DocumentKind) -> bool:
    """Whether this document would give a price that nobody decided to give yet."""
    proposal = sheet.proposal
    if not proposal.contractual:
        return kind is DocumentKind.QUOTATION
    return kind in PRICED and not sheet.price_allowed and not proposal.price_reason.strip()
