"""Prospects that are written down twice: looked for while one is being typed, and through the whole file.

Keys first, likeness after: only those that share a number, an address or the beginnings of a name are compared.
"""

import uuid
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desktop.models.merges import DistinctPair
from desktop.models.prospects import Contact, Prospect
from desktop.services.found_things import FoundKind
from desktop.services.likeness import ALIKE_FROM, Identity, Likeness, identity, likeness, reasons
from desktop.services.name_keys import domain_key, name_words, phone_key
from desktop.services.said_when import plain_words

MOST_PAIRS = 500
_CANDIDATES = 40
"""Prospects compared for each way of looking while one types."""
_AT_ONCE = 500
_CROWD = 40
"""Prospects that share a key: beyond, each is compared with those whose names are next to its own."""
_NEIGHBOURS = 6
_STEM = 3

Progress = Callable[[float], bool]
"""Told the share done, from 0 to 1; answers whether to go on."""


@dataclass(frozen=True)
class Draft:
    """What has been typed of a new prospect."""

    company: str = ""
    person: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""


@dataclass(frozen=True)
class Similar:
    """A prospect that looks like another one: ``score`` percent, and why."""

    prospect_id: uuid.UUID
    name: str
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Pair:
    """Two prospects that look like one."""

    first_id: uuid.UUID
    first: str
    second_id: uuid.UUID
    second: str
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Pairs:
    """The likeliest pairs, the surest first; ``count`` of them were found in all."""

    pairs: tuple[Pair, ...]
    count: int


def similar_to_draft(session: Session, draft: Draft, limit: int = 3) -> list[Similar]:
    """Those that what is typed looks like, the surest first. Answers within a key."""
    people = ((draft.person, draft.phone, draft.email),) if draft.person or draft.phone or draft.email else ()
    typed = identity(None, draft.company.strip(), people, website=draft.website)
    candidates: dict[uuid.UUID, None] = {}
    for expression in _expressions(draft):
        candidates |= dict.fromkeys(_matching(session, expression))
    return _ranked(typed, _identities(session, candidates), limit)


def similar_to(session: Session, prospect_id: uuid.UUID, limit: int = 3) -> list[Similar]:
    """Those that a prospect of the file looks like, without those said to be others."""
    own = next(iter(_identities(session, [prospect_id])), None)
    if own is None:
        return []
    candidates: dict[uuid.UUID, None] = {}
    for draft in _drafts_of(session, prospect_id):
        for expression in _expressions(draft):
            candidates |= dict.fromkeys(_matching(session, expression))
    others = [key for key in candidates if key != prospect_id and _in_order(key, prospect_id) not in _distinct(session)]
    return _ranked(own, _identities(session, others), limit)


def all_pairs(session: Session, progress: Progress = lambda _share: True) -> Pairs | None:
    """Every pair of the file that looks like one; ``None`` when ``progress`` said to stop. Seconds for 100,000."""
    everybody = _everybody(session)
    if not progress(0.4):
        return None
    distinct = _distinct(session)
    found: list[tuple[int, Identity, Identity, Likeness]] = []
    seen: set[tuple[int, int]] = set()
    blocks = list(_blocks(everybody))
    for place, block in enumerate(blocks):
        if place % 2000 == 0 and not progress(0.5 + 0.5 * place / len(blocks)):
            return None
        for pair in _within(everybody, block):
            if pair in seen:
                continue
            seen.add(pair)
            one, other = everybody[pair[0]], everybody[pair[1]]
            alike = likeness(one, other)
            if alike.score >= ALIKE_FROM and _in_order(one.id, other.id) not in distinct:
                found.append((alike.score, one, other, alike))
    found.sort(key=lambda each: (-each[0], each[1].name, each[2].name))
    return Pairs(tuple(_pair(one, other, alike) for _score, one, other, alike in found[:MOST_PAIRS]), len(found))


def _pair(one: Identity, other: Identity, alike: Likeness) -> Pair:
    assert one.id is not None and other.id is not None
    return Pair(one.id, one.name, other.id, other.name, alike.score, reasons(alike))


def _ranked(typed: Identity, others: Iterable[Identity], limit: int) -> list[Similar]:
    scored = [(likeness(typed, other), other) for other in others]
    scored = sorted((each for each in scored if each[0].score >= ALIKE_FROM), key=lambda each: -each[0].score)
    return [Similar(other.id, other.name, alike.score, reasons(alike)) for alike, other in scored[:limit] if other.id]


# Candidates through the index


def _expressions(draft: Draft) -> Iterator[str]:
    """What to ask of the index, the most precise first."""
    if phone := phone_key(draft.phone):
        pairs = " ".join(phone[place : place + 2] for place in range(1, 9, 2))
        yield f'"{pairs}" OR "0{phone}" OR "33{phone}" OR "{phone}"'
    for address in (draft.email, draft.website):
        if domain := domain_key(address):
            yield _phrase(domain)
        elif "@" in address:
            yield _phrase(address)
    for name in (draft.company, draft.person):
        words = [word for word in name_words(name) if len(word) >= _STEM]
        if words:
            yield " ".join(f'"{word}"*' for word in words)
        if any(len(word) > _STEM for word in words):
            yield " ".join(f'"{word[:_STEM]}"*' for word in words)


def _phrase(address: str) -> str:
    return f'"{" ".join(plain_words(address))}"'


_MATCHES = text(
    f"SELECT rowid FROM {FoundKind.PROSPECT.value}_search WHERE words MATCH :words ORDER BY rowid DESC LIMIT :limit"
)


def _matching(session: Session, expression: str) -> list[uuid.UUID]:
    numbers = session.scalars(_MATCHES, {"words": expression, "limit": _CANDIDATES}).all()
    listed = ",".join(map(str, numbers))
    query = text(f"SELECT prospect_id FROM prospect_numbers WHERE number IN ({listed})")
    return [uuid.UUID(key) for key in session.scalars(query)]


def _drafts_of(session: Session, prospect_id: uuid.UUID) -> Iterator[Draft]:
    prospect = session.get_one(Prospect, prospect_id)
    yield Draft(company=prospect.company, website=prospect.website)
    here = select(Contact).where(Contact.prospect_id == prospect_id, Contact.deleted_at.is_(None)).limit(5)
    for contact in session.scalars(here):
        yield Draft(person="" if prospect.company else contact.name, phone=contact.phone, email=contact.email)


# What is compared


_COLUMNS = (
    Prospect.id,
    Prospect.company,
    Prospect.siren,
    Prospect.website,
    Prospect.address,
    Prospect.deleted_at,
)
_PERSON = (Contact.prospect_id, Contact.name, Contact.phone, Contact.email)


def _identities(session: Session, keys: Collection[uuid.UUID]) -> list[Identity]:
    listed = list(keys)
    rows = session.execute(select(*_COLUMNS).where(Prospect.id.in_(listed))).all()
    people = session.execute(
        select(*_PERSON).where(Contact.prospect_id.in_(listed), Contact.deleted_at.is_(None)).order_by(Contact.position)
    )
    return _made(rows, people)


def _everybody(session: Session) -> list[Identity]:
    rows = session.execute(select(*_COLUMNS).where(Prospect.deleted_at.is_(None))).all()
    people = select(*_PERSON).where(Contact.deleted_at.is_(None)).order_by(Contact.prospect_id, Contact.position)
    return _made(rows, session.execute(people))


def _made(rows: Iterable[Any], people: Iterable[Any]) -> list[Identity]:
    by_prospect: dict[uuid.UUID, list[tuple[str, str, str]]] = defaultdict(list)
    for prospect_id, name, phone, email in people:
        by_prospect[prospect_id].append((name, phone, email))
    return [
        identity(key, company, by_prospect.get(key, ()), siren=siren, website=website, address=address)
        for key, company, siren, website, address, removed in rows
        if removed is None
    ]


def _distinct(session: Session) -> set[tuple[uuid.UUID, uuid.UUID]]:
    return {(first, second) for first, second in session.execute(select(DistinctPair.first_id, DistinctPair.second_id))}


def _in_order(one: uuid.UUID | None, other: uuid.UUID | None) -> tuple[uuid.UUID, uuid.UUID]:
    assert one is not None and other is not None
    return (one, other) if one < other else (other, one)


# Through the whole file


def _blocks(everybody: Sequence[Identity]) -> Iterator[list[int]]:
    """Places of prospects that share a key, two at least."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, each in enumerate(everybody):
        for key in _keys(each):
            blocks[key].append(place)
    return (block for block in blocks.values() if len(block) > 1)


def _keys(each: Identity) -> Iterator[tuple[str, str]]:
    yield from (("phone", phone) for phone in each.phones)
    yield from (("email", email) for email in each.emails)
    yield from (("domain", domain) for domain in each.domains)
    if each.siren:
        yield "siren", each.siren
    if each.words:
        yield "name", each.joined
        yield "stem", " ".join(word[:_STEM] for word in each.words)
        yield "ends", f"{each.joined[:2]}{each.joined[-2:]}{len(each.words)}"


def _within(everybody: Sequence[Identity], block: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs of a block; in a crowd, only neighbours in the order of names."""
    if len(block) <= _CROWD:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=lambda place: everybody[place].joined)
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + _NEIGHBOURS]:
            yield (one, other) if one < other else (other, one)
