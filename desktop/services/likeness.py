"""How much two prospects look like one, and why: evidence added up, contradictions held against it."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from rapidfuzz import fuzz

from desktop.i18n import _, current
from desktop.services.name_keys import domain_key, email_key, name_words, phone_key, siren_key, town_key

ALIKE_FROM = 75
"""Out of 100: under it two prospects are not shown as the same."""
_UNLIKE = 55
"""Names less alike than this speak against what else is common: two firms share a switchboard."""
_WEIGHTS = {"siren": 0.95, "email": 0.85, "phone": 0.8, "domain": 0.5, "person": 0.4, "town": 0.25}


@dataclass(frozen=True, slots=True)
class Identity:
    """What a prospect is recognised by."""

    id: uuid.UUID | None
    name: str
    company: str = ""
    words: tuple[str, ...] = ()
    joined: str = ""
    people: frozenset[tuple[str, ...]] = frozenset()
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    siren: str = ""
    town: str = ""


@dataclass(frozen=True)
class Likeness:
    """From 0 to 100, and the evidence: keys of ``reason_words``."""

    score: int
    evidence: tuple[str, ...] = field(default=())
    name_score: int = 0


def identity(
    prospect_id: uuid.UUID | None,
    company: str,
    people: Sequence[tuple[str, str, str]] = (),
    *,
    siren: str = "",
    website: str = "",
    address: str = "",
) -> Identity:
    """That of a prospect; ``people`` are names, phones and e-mails."""
    name = company or (people[0][0] if people else "")
    words = name_words(name)
    mails = [email for _name, _phone, email in people]
    return Identity(
        id=prospect_id,
        name=name,
        company=company,
        words=words,
        joined=" ".join(words),
        people=frozenset(filter(None, (name_words(person) for person, _phone, _email in people))),
        phones=frozenset(filter(None, (phone_key(phone) for _name, phone, _email in people))),
        emails=frozenset(filter(None, map(email_key, mails))),
        domains=frozenset(filter(None, map(domain_key, (*mails, website)))),
        siren=siren_key(siren),
        town=town_key(address),
    )


def likeness(one: Identity, other: Identity) -> Likeness:
    """How sure one may be that both are the same, in percent."""
    held = {
        "siren": bool(one.siren) and one.siren == other.siren,
        "email": bool(one.emails & other.emails),
        "phone": bool(one.phones & other.phones),
        "domain": bool(one.domains & other.domains),
        "town": bool(one.town) and one.town == other.town,
    }
    held["domain"] &= not held["email"]
    comparable = bool(one.company) == bool(other.company) and bool(one.words) and bool(other.words)
    alike = round(fuzz.ratio(one.joined, other.joined)) if comparable else 0
    doubt = 1 - _name_weight(one, other, alike) if comparable else 1.0
    # Of two people without a company, the name is the person.
    held["person"] = bool(one.people & other.people) and (bool(one.company) or bool(other.company))
    for each, is_held in held.items():
        if is_held:
            doubt *= 1 - _WEIGHTS[each]
    score = 1 - doubt
    if comparable and alike < _UNLIKE and not held["siren"]:
        score *= 0.55
    if one.siren and other.siren and one.siren != other.siren:
        score *= 0.6
    if one.town and other.town and one.town != other.town and not (held["phone"] or held["email"] or held["siren"]):
        score *= 0.75
    evidence = tuple(each for each in _WEIGHTS if held[each])
    return Likeness(round(100 * score), evidence, alike if comparable and alike >= _UNLIKE else 0)


def reasons(found: Likeness) -> tuple[str, ...]:
    """Why, in words, the strongest first."""
    words = {
        "siren": _("same SIREN"),
        "email": _("same e-mail"),
        "phone": _("same phone"),
        "domain": _("same web domain"),
        "person": _("same person"),
        "town": _("same town"),
    }
    said = [words[each] for each in found.evidence if each != "town"]
    if found.name_score >= 100:
        said.append(_("same name"))
    elif found.name_score:
        said.append(_("name at {percent}").format(percent=current().percent(Decimal(found.name_score))))
    if "town" in found.evidence:
        said.append(words["town"])
    return tuple(said)


def _name_weight(one: Identity, other: Identity, alike: int) -> float:
    if _numbers(one.words) != _numbers(other.words):
        return 0.2  # "Agence 12" and "Agence 14"
    if alike == 100:
        return 0.88 if one.company else 0.7
    mine, theirs = set(one.words), set(other.words)
    if mine < theirs or theirs < mine:
        return 0.45  # a firm and one of its branches, as often as not
    left, right = mine - theirs, theirs - mine
    if len(left) == len(right) and all(_typed_alike(word, right) for word in left):
        return 0.82 if alike >= 93 else 0.7 if alike >= 86 else 0.5
    return 0.45 if alike >= 86 else 0.3 if alike >= 70 else 0.0


def _typed_alike(word: str, others: set[str]) -> bool:
    return any(fuzz.ratio(word, each) >= 75 and word[:1] == each[:1] for each in others)


def _numbers(words: Sequence[str]) -> list[str]:
    return [word for word in words if word.isdigit()]
