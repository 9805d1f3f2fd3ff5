"""Words about somebody who is not in the room: said to a rep, they are not to be read by that person on a proposal.

Precision before recall: "il est urgent", "elle est en panne" and "mon équipe" are about nobody. Two languages at once,
since words are quoted as they were said, whatever the language of the document.
"""

import re
from collections.abc import Iterable

_PEOPLE_FR = (
    "associée?|patronn?e?|cheff?e?|directeur|directrice|comptable|assistante?|secrétaire|collègue|commerciale?|"
    "vendeuse|vendeur|technicienn?e?|stagiaire|apprentie?|mari|femme|épouse|époux|père|mère|frère|sœur|soeur|fils|"
    "conjointe?|beau-frère|belle-sœur|beau-père|gérante?|acheteuse|acheteur|chauffeur|ouvri[eè]re?|salariée?|employée?|"
    "prédécesseur|successeur|adjointe?|contremaître|DAF|DG|DSI|DRH|PDG"
)
_PEOPLE_EN = (
    "boss|partner|wife|husband|accountant|manager|colleague|assistant|director|salesman|saleswoman|sales rep|secretary|"
    "bookkeeper|father|mother|brother|sister|son|daughter|predecessor|successor|trainee|apprentice|foreman|employee|"
    "buyer|CFO|CEO|CTO"
)
_THEIR_FR = r"(?:mon|ma|notre|son|sa|leur|le|la|un|une|l['’]|cet?|cette)"
_THEIR_EN = r"(?:my|our|his|her|their|the|a|an|that)"
_PERSON = rf"\b(?:{_THEIR_FR}\s*(?:{_PEOPLE_FR})|{_THEIR_EN}\s+(?:\w+\s+)?(?:{_PEOPLE_EN}))\b"

# What is said of a person is carried by these verbs; "mon associé décide avec moi" says who decides, and is useful.
_STATE_FR = (
    r"(?:(?:ne\s+|n['’]\s*)(?:[ylm]['’]?\s*)?\w+|(?:est|était|sera|serait|a|avait|se\s+\w+|s['’]\s*\w+|fait|finit|perd|"
    r"oublie|refuse|traîne|bloque|freine|comprend|gagne|part|partira|veut\s+(?:partir|pas)|râle|panique))\b"
)
_STATE_EN = (
    r"(?:is(?:n['’]t)?|was(?:n['’]t)?|has(?:n['’]t)?|had|does(?:n['’]t|\s+not)|did(?:n['’]t|\s+not)|can(?:['’]t|not)|"
    r"won['’]t|never|always|keeps|refuses|forgets|blocks|leaves|earns)\b"
)
_LINK = r"(?:\s*,\s*(?:(?:il|elle|he|she)\s+)?|\s+(?:qui\s+|who\s+|lui\s+|,\s*)?)"
_JUDGED = re.compile(rf"{_PERSON}{_LINK}(?:{_STATE_FR}|{_STATE_EN})", re.IGNORECASE)

_NOBODY = (
    r"(?:faut|faudra|faudrait|y\s+a|y\s+avait|y\s+aura|s['’]agit|reste|vaut|suffit|pleut|manque|arrive\s+que|paraît|"
    r"semble|se\s+(?:peut|trouve|passe)|(?:est|était|sera|serait)\s+(?:temps|urgent|important|possible|impossible|"
    r"nécessaire|prévu|question|tard|tôt|vrai|clair|utile|inutile|difficile|facile|hors|midi|\d))"
)
_HE_FR = re.compile(rf"\b(?:il|elle)\s+(?!{_NOBODY})(?:ne\s+|n['’]|en\s+|y\s+|se\s+|s['’])?\w+", re.IGNORECASE)
_PERSON_BEFORE = re.compile(_PERSON, re.IGNORECASE)
_HE_EN = re.compile(r"\b(?:he|she)(?:['’](?:s|d|ll)|\s+\w+)", re.IGNORECASE)
_TITLED = re.compile(r"\b(?:M\.|Mr\.?|Mrs\.?|Ms\.?|Mme|Mlle|Monsieur|Madame|Me)\s+([A-ZÀ-Ý][\w’'-]+)")
_CONFIDED = re.compile(
    r"\b(?:entre\s+nous\b(?!\s+(?:deux|trois|et)\b)|confidentiel(?:le)?s?\b|sous\s+le\s+sceau\b|en\s+off\b|"
    r"(?:dites|répétez)[- ](?:le\s+)?(?:pas|à\s+personne|rien)\b|je\s+ne\s+(?:devrais|suis\s+pas\s+censée?)\b|"
    r"je\s+(?:ne\s+)?vous\s+(?:ai|l['’]ai)\s+(?:rien|pas)\s+dit\b|between\s+(?:us|you\s+and\s+me)\b|"
    r"confidential(?:ly)?\b|in\s+confidence\b|off\s+the\s+record\b|don['’]t\s+(?:tell|repeat)\b|"
    r"i\s+should(?:n['’]t|\s+not)\s+(?:say|tell)\b)",
    re.IGNORECASE,
)
_AMOUNT = r"\d[\d\s\u00a0\u202f.,]*(?:k\s?€|k€|€|euros?\b|k\b|mille\b|thousand\b)|[€$£]\s?\d"
_CEILING = re.compile(
    rf"\b(?:(?:je|on|nous)\s+(?:peux|peut|pouvons|pourrais|pourrait|pourrions)\s+(?:\w+\s+)?(?:monter|aller|pousser)\s+"
    rf"(?:jusqu['’]à|à)|(?:we|i)\s+(?:can|could|might)\s+(?:\w+\s+)?(?:go|stretch)\s+(?:up\s+)?to)\s+(?:\w+\s+)?(?:{_AMOUNT})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SHORTEST = 3


def about_somebody(text: str, speaker: str = "", people: Iterable[str] = (), company: str = "") -> bool:
    """Whether ``text``, said by ``speaker``, says something of another person.

    ``people`` are the names of those known at the ``company``: naming another of them is enough.
    """
    if _named(text, speaker, people, company):
        return True
    own = {word.casefold() for word in _WORD.findall(speaker)}
    if any(found[1].casefold() not in own for found in _TITLED.finditer(text)):
        return True
    if _JUDGED.search(text) or _HE_EN.search(text):
        return True
    before = _PERSON_BEFORE.search(text)
    return before is not None and _HE_FR.search(text, before.end()) is not None


def in_confidence(text: str) -> bool:
    """Whether ``text`` was said not to be repeated: "entre nous", or how high a budget could be pushed."""
    return _CONFIDED.search(text) is not None or _CEILING.search(text) is not None


def _named(text: str, speaker: str, people: Iterable[str], company: str) -> bool:
    own = {word.casefold() for word in _WORD.findall(f"{speaker} {company}")}
    for person in people:
        first, *others = _WORD.findall(person) or [""]
        # A first word has a capital whatever it is: only a first name is believed there.
        for name, anywhere in ((first, True), *((other, False) for other in others)):
            if len(name) < _SHORTEST or not name[0].isupper() or name.casefold() in own:
                continue
            for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
                if anywhere or not _begins(text, found.start()):
                    return True
    return False


def _begins(text: str, place: int) -> bool:
    """Whether a sentence begins there."""
    before = text[:place].rstrip(" «“\"'\u00a0")
    return not before or before[-1] in ".!?…:\n"
