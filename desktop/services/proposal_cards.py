"""The needs and the options of a proposal, each with all that hangs on it.

Here alone a verbatim becomes a quotation: only a citable one does, once, and nothing else that was typed on a call.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.calls import Verbatim
from desktop.models.needs import Need
from desktop.models.pricing import Bill, Line, Totals, bill
from desktop.models.proposals import Option, OptionLine, ProposalNeed
from desktop.models.prospects import Contact, Prospect
from desktop.services.needs import StatedNeed
from desktop.services.proposal_content import Quote
from desktop.services.proposal_draft import words_of
from desktop.services.proposal_options import lines_of, options_of


@dataclass(frozen=True)
class NeedCard:
    """A need of the prospect, its citable quotations, and what this proposal answers."""

    row: ProposalNeed
    need: Need
    quotes: tuple[Quote, ...]

    @property
    def stated(self) -> bool:
        """Whether words that may be quoted state it."""
        return bool(self.quotes)

    @property
    def name(self) -> str:
        """How to call it in a sentence: its first quotation, else what the rep understood."""
        return self.quotes[0].text if self.quotes else self.row.understanding or self.need.statement


@dataclass(frozen=True)
class OptionCard:
    """An option, its lines, what it costs and which included needs it covers."""

    option: Option
    lines: tuple[OptionLine, ...]
    bill: Bill
    covers: tuple[uuid.UUID, ...]
    """Keys of ``ProposalNeed``, in the order of the document."""

    @property
    def totals(self) -> Totals:
        """What is asked once; ``bill`` has what comes back every month or every year."""
        return self.bill.once


def priced(line: OptionLine) -> Line:
    """A saved line as the rules of pricing take it."""
    return Line(
        label=line.label,
        detail=line.detail,
        quantity=line.quantity,
        unit=line.unit,
        unit_price=line.unit_price,
        vat_rate=line.vat_rate,
        discount=line.discount,
        billing=line.billing,
        optional=line.optional,
        # Chosen says nothing of a line that is no option: the same content must stay the same.
        chosen=line.optional and line.chosen,
    )


def quotes_of(
    session: Session, prospect: Prospect, stated: Iterable[StatedNeed], zone: tzinfo
) -> dict[uuid.UUID, Quote]:
    """The citable verbatims of the needs, by key."""
    names = dict(session.execute(select(Contact.id, Contact.name).where(Contact.prospect_id == prospect.id)).all())
    found: dict[uuid.UUID, Quote] = {}
    for each in stated:
        for verbatim in each.citable:
            confirmed = each.need.confirmed or (verbatim.id in found and found[verbatim.id].confirmed)
            found[verbatim.id] = _quote(verbatim, names, prospect, confirmed, zone)
    return found


def _quote(
    verbatim: Verbatim, names: Mapping[uuid.UUID, str], prospect: Prospect, confirmed: bool, zone: tzinfo
) -> Quote:
    speaker = names.get(verbatim.contact_id, "") if verbatim.contact_id else ""
    return Quote(words_of(verbatim), speaker or prospect.name, verbatim.at.astimezone(zone).date(), confirmed)


def need_cards(
    rows: Sequence[ProposalNeed], stated: Mapping[uuid.UUID, StatedNeed], quotes: Mapping[uuid.UUID, Quote]
) -> tuple[NeedCard, ...]:
    """A verbatim that states two needs is quoted with the first one that is included."""
    given: set[uuid.UUID] = set()
    cards: dict[uuid.UUID, NeedCard] = {}
    for row in sorted(rows, key=lambda each: (not each.included, each.position)):
        if row.need_id not in stated:
            continue
        own = [each.id for each in stated[row.need_id].citable if each.id not in given]
        given.update(own)
        cards[row.id] = NeedCard(row, stated[row.need_id].need, tuple(quotes[key] for key in own))
    return tuple(cards[row.id] for row in rows if row.id in cards)


def option_cards(
    session: Session, proposal_id: uuid.UUID, needs: Sequence[NeedCard], exempt: bool
) -> tuple[OptionCard, ...]:
    options = options_of(session, proposal_id)
    lines = lines_of(session, [option.id for option in options])
    cards = []
    for option in options:
        own = tuple(line for line in lines if line.option_id == option.id)
        covers = tuple(each.row.id for each in needs if each.row.included and str(each.row.id) in option.answers)
        cards.append(OptionCard(option, own, bill((priced(line) for line in own), exempt), covers))
    return tuple(cards)
