"""What is looked at before a proposal leaves: what forbids the export, and what only deserves a second look."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Literal

from desktop.i18n import _, current, ngettext
from desktop.models.matrix import Cell
from desktop.models.plan_words import aim
from desktop.models.pricing import Line, line_net
from desktop.models.third_persons import about_somebody, in_confidence
from desktop.services.proposal_cards import NeedCard, OptionCard
from desktop.services.proposal_content import ProposalContent, Quote

SHORT_VALIDITY = timedelta(days=7)
MOST_OPTIONS = 3
LONG_QUOTE = 25
"""Words (design page "Restating rules")."""
ABSURD_PRICE = Decimal(1_000_000_000)
"""Euros before VAT: above, a key was held down."""
MANY_PAGES, TOO_MANY_PAGES = 6, 10
"""What is read to the end, and what is not (design page "Evidence")."""
_TO_FILL_IN = re.compile(r"\[[^\[\]\n]*(?:[^\W\d_]|…|\.\.\.)[^\[\]\n]*\]")
"""``[délai]``, ``[…]``: left to fill in by who wrote the block. ``[1]`` is a note."""


@dataclass(frozen=True)
class Check:
    """One thing to mend (``block``) or to look at (``warn``), in a sentence.

    ``where`` is ``company``, ``client``, ``validity``, ``options``, ``contract``, ``plan``, ``returns``, ``lead``,
    ``pages``, ``need:`` and ``option:`` followed by a key, or ``block:`` followed by its place in the content.
    """

    level: Literal["block", "warn"]
    text: str
    where: str


def checks(
    content: ProposalContent,
    needs: Sequence[NeedCard],
    options: Sequence[OptionCard],
    cell: Cell | None,
    price_reason: str,
    people: Sequence[str] = (),
) -> tuple[Check, ...]:
    """Everything to say about a proposal, what blocks first. Sentences are in the language of the screens.

    Only the law, who sells to whom and the price forbid an export. ``people`` are the names known at the client's.
    How long the document is, ``length_checks`` says once it is drawn.
    """
    found = [
        *_identities(content),
        *_contract(content, cell, price_reason),
        *_dates(content),
        *_prices(content, options),
        *_vat(content, options),
        *_plan(content),
        *_needs(needs),
        *_blocks(content),
        *_quotations(content, needs, people),
    ]
    return blocks_first(found)


def blocks_first(found: Iterable[Check]) -> tuple[Check, ...]:
    """What forbids the export, then the rest, each in the order it was found."""
    return tuple(sorted(found, key=lambda check: check.level != "block"))


def length_checks(pages: int) -> tuple[Check, ...]:
    """What there is to say of a proposal of so many pages."""
    if pages <= MANY_PAGES:
        return ()
    sentence = ngettext(
        "The proposal has {count} page: beyond 6, few are read to the end.",
        "The proposal has {count} pages: beyond 6, few are read to the end.",
        pages,
    )
    if pages > TOO_MANY_PAGES:
        sentence = ngettext(
            "The proposal has {count} page: hardly anybody will read it. Keep what answers a need, and cut the rest.",
            "The proposal has {count} pages: hardly anybody will read it. Keep what answers a need, and cut the rest.",
            pages,
        )
    return (Check("warn", sentence.format(count=pages), "pages"),)


def _identities(content: ProposalContent) -> Iterator[Check]:
    if not content.seller.name.strip():
        yield Check("block", _("Your company’s name is missing: fill it in under Settings."), "company")
    if not content.seller.siret.strip():
        yield Check("block", _("Your SIRET number is missing: the law asks for it on a quotation."), "company")
    if not content.client.company.strip():
        yield Check("block", _("The client’s name is missing."), "client")
    if not content.contractual:
        return
    if not content.seller.vat_exempt and not content.seller.vat_number.strip():
        yield Check("warn", _("Your VAT number is missing: a company expects it on a quotation."), "company")
    if content.client.company.strip() and not content.client.private and not content.client.siren.strip():
        yield Check("warn", _("The client’s SIREN is missing: their electronic invoice will need it."), "client")


def _contract(content: ProposalContent, cell: Cell | None, reason: str) -> Iterator[Check]:
    if content.contractual and cell is not None and cell.proposal != "full" and not reason.strip():
        yield Check(
            "block", _("The matrix does not call for a price yet: make it a pre-proposal, or say why."), "contract"
        )


def _dates(content: ProposalContent) -> Iterator[Check]:
    if content.valid_until < content.issued_on:
        yield Check("block", _("The validity ends before the date of the proposal."), "validity")
    elif content.valid_until - content.issued_on < SHORT_VALIDITY:
        yield Check("warn", _("The proposal is valid for less than 7 days."), "validity")


def _prices(content: ProposalContent, options: Sequence[OptionCard]) -> Iterator[Check]:
    if not content.contractual:
        return
    if not options:
        yield Check("block", _("There is no option: add at least one way to say yes."), "options")
    if len(options) > MOST_OPTIONS:
        yield Check("warn", _("More than 3 options: hard to choose from."), "options")
    for place, card in enumerate(options, 1):
        name = card.option.name.strip() or _("Option {number}").format(number=place)
        where = f"option:{card.option.id}"
        net = card.bill.first_year
        if any(
            line.unit_price < 0 or line.quantity <= 0 or line_net(line) < 0 for line in content.options[place - 1].lines
        ):
            yield Check("block", _("Option “{name}”: a price or a quantity is not positive.").format(name=name), where)
        elif net > ABSURD_PRICE:
            yield Check("block", _("Option “{name}”: this price is out of proportion.").format(name=name), where)
        elif net <= 0 and _extras_alone(content.options[place - 1].lines):
            sentence = _("Option “{name}” holds extras alone: it costs nothing until one is chosen.")
            yield Check("warn", sentence.format(name=name), where)
        elif net <= 0:
            yield Check("block", _("Option “{name}” has no price.").format(name=name), where)


def _extras_alone(lines: Sequence[Line]) -> bool:
    """Whether every line is one that may be added, none chosen yet, and one at least has a price."""
    return bool(lines) and not any(line.counted for line in lines) and any(line_net(line) > 0 for line in lines)


def _vat(content: ProposalContent, options: Sequence[OptionCard]) -> Iterator[Check]:
    if not content.seller.vat_exempt or not content.contractual:
        return
    for card, block in zip(options, content.options, strict=True):
        if any(line.vat_rate for line in block.lines):
            sentence = _("Your company charges no VAT, and lines have a rate: it is neither printed nor counted.")
            yield Check("warn", sentence, f"option:{card.option.id}")
            return


def _plan(content: ProposalContent) -> Iterator[Check]:
    plan, start, language = content.plan, content.start_on, current()
    if plan is not None and plan.late > 0:
        yield Check("warn", aim(plan, language), "plan")
    elif plan is not None and start is not None and plan.ready_on > start:
        # Each date is written on its own: one may be changed and the other forgotten.
        sentence = _("Page 1 says in service on {start}, and the plan ends on {ready}.")
        yield Check("warn", sentence.format(start=language.date(start), ready=language.date(plan.ready_on)), "plan")
    figures = content.returns.figures if content.returns is not None else ()
    if any(not figure.words.strip() or not figure.speaker.strip() for figure in figures):
        yield Check("warn", _("The return counts a figure that nobody gave."), "returns")


def _quotations(content: ProposalContent, needs: Sequence[NeedCard], people: Sequence[str]) -> Iterator[Check]:
    """Words that somebody else may read, and would rather not have."""
    seen: set[Quote] = set()
    given = [(f"need:{card.row.id}", quote) for card in needs if card.row.included for quote in card.quotes]
    if content.lead_quote is not None:
        given.append(("lead", content.lead_quote))
    for where, quote in given:
        if quote in seen:
            continue
        seen.add(quote)
        words = {"words": shortened(quote.text)}
        if in_confidence(quote.text):
            yield Check("warn", _("Said in confidence, and quoted: “{words}”").format(**words), where)
        if about_somebody(quote.text, quote.speaker, people, content.client.company):
            yield Check("warn", _("Quotation about somebody who may read it: “{words}”").format(**words), where)


def _needs(needs: Sequence[NeedCard]) -> Iterator[Check]:
    for card in needs:
        if not card.row.included:
            continue
        where, words = f"need:{card.row.id}", {"need": shortened(card.name)}
        if not card.row.answer.strip():
            yield Check("warn", _("Need without an answer: “{need}”").format(**words), where)
        elif not card.row.proof.strip():
            yield Check("warn", _("Answer without a proof: “{need}”").format(**words), where)
        if not card.need.confirmed:
            yield Check("warn", _("Not confirmed with them yet: “{need}”").format(**words), where)
        for quote in card.quotes:
            count = len(quote.text.split())
            if count > LONG_QUOTE:
                sentence = ngettext(
                    "Quotation of {count} word, long to read: “{need}”",
                    "Quotation of {count} words, long to read: “{need}”",
                    count,
                )
                yield Check("warn", sentence.format(count=count, need=shortened(quote.text)), where)


def _blocks(content: ProposalContent) -> Iterator[Check]:
    for place, block in enumerate(content.blocks):
        found = _TO_FILL_IN.search(f"{block.title}\n{block.text}")
        if found is not None:
            sentence = _("Left to fill in, under “{title}”: {words}")
            words = shortened(found.group())
            yield Check("warn", sentence.format(title=shortened(block.title), words=words), f"block:{place}")


def shortened(text: str, limit: int = 60) -> str:
    """``text`` on one line, cut at a word."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    return flat[:limit].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"
