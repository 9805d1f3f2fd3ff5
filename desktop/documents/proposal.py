"""The proposal in full: what it says, in the order it is read."""

from functools import partial

from reportlab.platypus.flowables import Flowable, PageBreak

from desktop.documents.acceptance import Closing, acceptance
from desktop.documents.blocks import annexed_terms, standing
from desktop.documents.echo import answered, said
from desktop.documents.essentials import essentials
from desktop.documents.fitting import Story, fitted
from desktop.documents.offers import offers
from desktop.documents.plan import plan
from desktop.documents.returns import returned
from desktop.documents.typesetter import Typesetter
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import ProposalContent

_MOST = 6
"""Pages that customers still read to the end (design page "Evidence and content")."""


def render(content: ProposalContent, closing: Closing = acceptance) -> bytes:
    """The PDF of ``content``, in its own language. Pure: the same content gives the same bytes, no file is written.

    Any text is accepted, of any length. Safe in a worker thread.
    """
    return fitted(content, DocumentKind.PROPOSAL, partial(_story, closing=closing), _MOST)


def _story(content: ProposalContent, setter: Typesetter, closing: Closing) -> Story:
    echo = [*said(content, setter), *answered(content, setter)]
    priced = offers(content, setter)
    rest: list[Flowable] = [PageBreak(), *echo, *priced] if echo or priced else []
    rest += [*plan(content, setter), *returned(content, setter), *standing(content, setter)]
    rest += [*closing(content, setter, DocumentKind.PROPOSAL), *annexed_terms(content, setter)]
    return Story(partial(essentials, content, setter), rest)
