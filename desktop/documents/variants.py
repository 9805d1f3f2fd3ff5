"""The documents made from one proposal: each says one thing, to one reader, and can be printed alone."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from reportlab.platypus.flowables import Flowable, Spacer

from desktop.documents.acceptance import Closing, acceptance
from desktop.documents.blocks import annexed_terms
from desktop.documents.echo import said
from desktop.documents.essentials import essentials, heading
from desktop.documents.fitting import Story, fitted
from desktop.documents.offers import offers
from desktop.documents.plan import plan
from desktop.documents.proposal import render
from desktop.documents.running import document_name, reference
from desktop.documents.slip import render_slip
from desktop.documents.tables import together
from desktop.documents.typesetter import Typesetter
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import ProposalContent

Parts = Callable[[ProposalContent, Typesetter], list[Flowable]]


def render_document(content: ProposalContent, kind: DocumentKind, closing: Closing = acceptance) -> bytes:
    """The PDF of one document, in the language of ``content``. Pure: the same content gives the same bytes.

    Any text is accepted, of any length. Safe in a worker thread. ``available`` says which documents make sense.
    """
    match kind:
        case DocumentKind.PROPOSAL:
            return render(content, closing)
        case DocumentKind.SLIP:
            return render_slip(content)
        case DocumentKind.SUMMARY:
            return _alone(content, kind, _summary, 1)
        case DocumentKind.QUOTATION:
            return _alone(content, kind, partial(_quotation, closing=closing), 2)
        case DocumentKind.PLAN:
            return _alone(replace(content, contractual=False), kind, _plan, 2)


def available(content: ProposalContent) -> tuple[DocumentKind, ...]:
    """The documents that have something to say: no quotation without a price, no slip without a next step."""
    said_something = any(need.quotes or need.understanding.strip() for need in content.needs)
    priced = content.contractual and any(option.lines for option in content.options)
    wanted = {
        DocumentKind.PROPOSAL: True,
        DocumentKind.SUMMARY: True,
        DocumentKind.QUOTATION: priced,
        DocumentKind.PLAN: said_something or content.plan is not None,
        DocumentKind.SLIP: content.appointment is not None or bool(content.next_step.strip()),
    }
    return tuple(kind for kind, makes_sense in wanted.items() if makes_sense)


def _alone(content: ProposalContent, kind: DocumentKind, tell: Parts, most: int) -> bytes:
    """A document that names none of its pages, with an entry of the outline for its beginning."""

    def story(content: ProposalContent, setter: Typesetter) -> Story:
        beginning = setter.mark(document_name(kind, setter.language), "start")
        return Story(lambda _pages: [], [beginning, *tell(content, setter)])

    return fitted(content, kind, story, most)


def _summary(content: ProposalContent, setter: Typesetter) -> list[Flowable]:
    """Page 1, which refers to no other."""
    return essentials(content, setter, None)


def _quotation(content: ProposalContent, setter: Typesetter, closing: Closing) -> list[Flowable]:
    """What is sold, at what price, on which terms; the needs that options refer to stand elsewhere."""
    _ = setter.language.gettext
    style, language = setter.styles, setter.language
    name = document_name(DocumentKind.QUOTATION, language)
    heading = _("{document} {number}").format(document=name, number=reference(content, language))
    story: list[Flowable] = [Spacer(0, 10), setter.paragraph(heading, style.title)]
    whom = ", ".join(part for part in (content.client.contact, content.client.company) if part.strip())
    facts = [_("For {party}").format(party=whom)] if whom else []
    facts += [_("in service on {date}").format(date=language.date(content.start_on))] if content.start_on else []
    story += [setter.paragraph(text, style.subtitle) for text in (content.title, " · ".join(facts)) if text.strip()]
    apart = replace(content, options=tuple(replace(option, answers=()) for option in content.options))
    return [
        *story,
        *offers(apart, setter),
        *closing(apart, setter, DocumentKind.QUOTATION),
        *annexed_terms(apart, setter),
    ]


def _plan(content: ProposalContent, setter: Typesetter) -> list[Flowable]:
    """What they told us and the way back from their date: for somebody who is not ready for a price."""
    _ = setter.language.gettext
    style = setter.styles
    whom = ", ".join(part for part in (content.client.contact, content.client.company) if part.strip())
    with_dates, without = _("Pre-proposal and schedule for {client}"), _("Pre-proposal for {client}")
    story = heading(content, (with_dates if content.plan else without).format(client=whom), setter)
    story += [*said(content, setter), *plan(content, setter)]
    if content.next_step.strip():
        name = setter.paragraph(_("What happens next"), style.heading)
        story += [Spacer(0, 8), together(name, setter.at("next_step").paragraph(content.next_step, style.wide))]
    return [*story, Spacer(0, 8), *acceptance(content, setter, DocumentKind.PLAN)]
