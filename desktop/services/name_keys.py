"""Names, numbers and addresses stripped of what two people write differently: what duplicates are recognised by."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from desktop.models.prospects import Contact
from desktop.services.said_when import fold

_LEGAL_FORMS = """
    sa sas sasu sarl eurl sci snc scop scic selarl selas ei eirl earl gie ltd limited llc llp plc inc corp corporation
    gmbh ag bv nv spa srl co company cie ets etablissements etablissement societe ste the le la les l d de du des et
    and of a
"""
_LEGAL = frozenset(_LEGAL_FORMS.split())
_DOTTED = re.compile(r"\b[a-z](?:\.[a-z])+\b\.?")
_FREE_MAIL = """
    gmail.com googlemail.com yahoo.com yahoo.fr hotmail.com hotmail.fr outlook.com outlook.fr live.fr live.com
    icloud.com me.com orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr aol.com protonmail.com
    proton.me gmx.fr gmx.com numericable.fr
"""
_SHARED_DOMAINS = frozenset(_FREE_MAIL.split())
"""Where anybody has an address."""
_TOWN = re.compile(r"\b\d{5}\s+([^\W\d][^\d,;\n]*)")
_NAME_ALIKE = 88


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in alphabetical order, without its legal form, articles, accents or punctuation.

    "Établissements Durand & Fils, S.A." → ``("durand", "fils")``. A name made of nothing else keeps its words.
    """
    folded = _DOTTED.sub(lambda found: found[0].replace(".", "") + " ", fold(name))
    words = re.findall(r"[^\W_]+", folded)
    return tuple(sorted(word for word in words if word not in _LEGAL) or sorted(words))


def phone_key(phone: str) -> str:
    """The nine digits that a number has in France whatever comes before; "" for what is no number."""
    digits = re.sub(r"\D", "", phone)
    return digits[-9:] if len(digits) >= 9 else ""


def email_key(email: str) -> str:
    return email.strip().casefold() if "@" in email else ""


def domain_key(address: str) -> str:
    """The domain of an e-mail or of a website; "" when anybody may have one there, or there is none."""
    address = address.strip().casefold()
    if "@" in address:
        domain = address.rsplit("@", 1)[1]
    else:
        domain = re.sub(r"^(?:https?://)?(?:www\.)?", "", address).split("/", 1)[0]
    return domain if "." in domain and domain not in _SHARED_DOMAINS else ""


def siren_key(siren: str) -> str:
    """The nine digits of a SIREN, or of a SIRET that begins with it."""
    digits = re.sub(r"\D", "", siren)
    return digits[:9] if len(digits) >= 9 else ""


def town_key(address: str) -> str:
    """The town after a postal code, without accents or "cedex"; "" when there is none."""
    found = _TOWN.search(fold(address))
    return re.sub(r"[^a-z]+", " ", found[1].replace("cedex", "")).strip() if found else ""


def same_person(one: Contact, other: Contact) -> bool:
    """Whether two contacts of one prospect are the same human being: by name, or by address when names agree."""
    mine, theirs = name_words(one.name), name_words(other.name)
    if mine and mine == theirs:
        return True
    reached = (phone_key(one.phone) and phone_key(one.phone) == phone_key(other.phone)) or (
        email_key(one.email) and email_key(one.email) == email_key(other.email)
    )
    alike = fuzz.ratio(" ".join(mine), " ".join(theirs)) >= _NAME_ALIKE
    return bool(reached) and (alike or set(mine) <= set(theirs) or set(theirs) <= set(mine))
