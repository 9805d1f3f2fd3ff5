"""What is looked at before a proposal leaves: what forbids the export, and what only deserves a second look."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Literal

from desktop.i18n import _, ngettext
from desktop.models.matrix import Cell
from desktop.models.pricing import line_net
from desktop.services.proposal_cards import NeedCard, OptionCard
from desktop.services.proposal_content import ProposalContent

SHORT_VALIDITY = timedelta(days=7)
MOST_OPTIONS = 3
LONG_QUOTE = 25
"""Words (design page "Restating rules")."""
ABSURD_PRICE = Decimal(10_000_000)
"""Euros before VAT: above, a key was held down."""


@dataclass(frozen=True)
class Check:
    """One thing to mend (``block``) or to look at (``warn``), in a sentence.

    ``where`` is ``company``, ``client``, ``validity``, ``options``, ``contract``, or ``need:`` and ``option:``
    followed by a key.
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
) -> tuple[Check, ...]:
    """Everything to say about a proposal, what blocks first. Sentences are in the language of the screens."""
    found = [
        *_identities(content),
        *_contract(content, cell, price_reason),
        *_dates(content),
        *_prices(content, options),
        *_needs(needs),
    ]
    return tuple(sorted(found, key=lambda check: check.level != "block"))


def _identities(content: ProposalContent) -> Iterator[Check]:
    if not content.seller.name.strip():
        yield Check("block", _("Your company’s name is missing: fill it in under Settings."), "company")
    if not content.seller.siret.strip():
        yield Check("block", _("Your SIRET number is missing: the law asks for it on a quotation."), "company")
    if not content.client.company.strip():
        yield Check("block", _("The client’s name is missing."), "client")


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
        net = card.totals.net
        if any(
            line.unit_price < 0 or line.quantity <= 0 or line_net(line) < 0 for line in content.options[place - 1].lines
        ):
            yield Check("block", _("Option “{name}”: a price or a quantity is not positive.").format(name=name), where)
        elif net > ABSURD_PRICE:
            yield Check("block", _("Option “{name}”: this price is out of proportion.").format(name=name), where)
        elif net <= 0:
            yield Check("block", _("Option “{name}” has no price.").format(name=name), where)


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


def shortened(text: str, limit: int = 60) -> str:
    """``text`` on one line, cut at a word."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    return flat[:limit].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"
