"""Options and lines made from the catalogue, and the digest that tells whether a hand has passed over them since."""

import hashlib
import json
import uuid
from collections.abc import Iterable, Sequence
from decimal import Decimal

from sqlalchemy.orm import Session

from desktop.models.base import new_id
from desktop.models.catalogue import Offer
from desktop.models.proposals import Option, OptionLine, ProposalNeed
from desktop.models.prospects import Prospect
from desktop.models.settings import Company
from desktop.services import settings
from desktop.services.door_drafts import Buyer, DoorDraft, Drafts

_OPTION = ("name", "for_whom", "lead_time", "reason", "door", "included")
_LINE = (
    "label",
    "detail",
    "quantity",
    "unit",
    "unit_price",
    "vat_rate",
    "discount",
    "billing",
    "optional",
    "chosen",
    "offer_id",
)  # fmt: skip


def line_of(offer: Offer, option_id: uuid.UUID, position: int) -> OptionLine:
    """A priced line that says what the offer says today; later changes of the catalogue leave it alone."""
    return OptionLine(
        option_id=option_id,
        position=position,
        label=offer.label,
        detail=offer.detail,
        quantity=Decimal(1),
        unit=offer.unit,
        unit_price=offer.unit_price,
        vat_rate=offer.vat_rate,
        discount=Decimal(0),
        billing=offer.billing,
        optional=False,
        chosen=False,
        offer_id=offer.id,
        catalogue_price=offer.unit_price,
    )


def buyer_of(session: Session, prospect_id: uuid.UUID) -> Buyer:
    """What the search knows of a prospect."""
    return buyer(session.get_one(Prospect, prospect_id), settings.company(session))


def buyer(prospect: Prospect, seller: Company | None) -> Buyer:
    """Their sector and their budget, which is the amount kept on the prospect; 0 is no budget."""
    taxed = not (seller and seller.vat_exempt)
    return Buyer(prospect.sector, prospect.amount or None, prospect.kind == "b2c" and taxed)


def write_answers(rows: Sequence[ProposalNeed], drafts: Drafts) -> None:
    """Write the words of the offers across from the needs they answer; what is written already stays."""
    for place, offer in drafts.answers.items():
        row = rows[place]
        if not (row.answer.strip() or row.benefit.strip() or row.proof.strip()):
            row.answer, row.benefit, row.proof = offer.answer, offer.benefit, offer.proof


def drafted(
    proposal_id: uuid.UUID, draft: DoorDraft, rows: Sequence[uuid.UUID], position: int
) -> tuple[Option, list[OptionLine]]:
    """The option and the lines of a draft, marked as proposed, not saved yet. ``rows``: keys of ``ProposalNeed``."""
    option = Option(
        id=new_id(),
        proposal_id=proposal_id,
        position=position,
        name=draft.name,
        for_whom="",
        reason=draft.reason,
        lead_time=draft.lead_time,
        door=draft.door,
        recommended=draft.recommended,
        included=[],
        answers=[str(rows[place]) for place in draft.needs],
    )
    lines = [line_of(offer, option.id, place) for place, offer in enumerate(draft.offers)]
    option.proposed = digest(option, lines)
    return option, lines


def save_drafted(session: Session, made: Iterable[tuple[Option, Sequence[OptionLine]]]) -> None:
    """Lines point at their option, which must be there first."""
    made = list(made)
    session.add_all(option for option, _lines in made)
    session.flush()
    session.add_all(line for _option, lines in made for line in lines)
    session.flush()


def by_hand(option: Option, lines: Iterable[OptionLine]) -> bool:
    """Whether a person wrote it, or changed anything of it since it was proposed."""
    return option.proposed != digest(option, lines)


def digest(option: Option, lines: Iterable[OptionLine]) -> str:
    """Of everything that can be edited in an option but whether it is recommended; ``lines`` in their order."""
    words = [_plain(getattr(option, name)) for name in _OPTION]
    words.append(",".join(sorted(option.answers)))
    table = [[_plain(getattr(line, name)) for name in _LINE] for line in lines]
    return hashlib.sha256(json.dumps([words, table]).encode()).hexdigest()


def _plain(value: object) -> str:
    """A number is the same whatever its trailing zeros, before as after it went to the file."""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
