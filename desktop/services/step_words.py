"""The words by which a next step names its channel and its objective, in French and in English."""

import re
import unicodedata

from desktop.models.followup_kinds import Channel, Objective
from desktop.services.natural_words import fold

_CHANNELS = {
    Channel.VIDEO: r"visio\w*|video\w*|teams|zoom|webex|google\s+meet",
    Channel.EMAIL: r"e?-?mails?|courriels?",
    Channel.LINKEDIN: r"linkedin",
    Channel.PHONE: r"tel|telephon\w+|phone|call|appel(?!s?\s+d'offres?)|appeler|rappel|rappeler|re-?call|ring",
    Channel.MEETING: r"rdv|rendez-?vous|reunion|visite|dejeuner|meeting|visit|lunch",
}
"""A meeting may also be held by phone or on a screen, which then says it better."""

_OBJECTIVES = {
    Objective.VALIDATION: (
        r"valid(?:er|e|ation|ons)|sign(?:er|e|ature)|conclure|confirm(?:er|e|ation)?|accord|decision|"
        r"validate|approve|approval|sign-?off|agree|agreement|decide"
    ),
    Objective.PRECISION: r"precis(?:er|e|ion|ions)|clarifi(?:er|e|cation)|completer|clarify|clarification",
    Objective.PROJECTION: (
        r"projet(?:er|te)|projection|demo|demos|demonstration|montrer|cas\s+clients?|essai|pilote|"
        r"show|customer\s+case|case\s+study|pilot|trial"
    ),
}
_LEAD = re.compile(r"(?:pour|afin\s+de|to|for)\s+")


def channel_in(words: str) -> Channel | None:
    """The channel that these words name, when they name one and no other."""
    named = [channel for channel, pattern in _CHANNELS.items() if _says(pattern, words)]
    if len(named) > 1 and Channel.MEETING in named:
        named.remove(Channel.MEETING)
    return named[0] if len(named) == 1 else None


def objective_in(words: str) -> Objective | None:
    """The objective that these words name, when they name one and no other."""
    named = [objective for objective, pattern in _OBJECTIVES.items() if _says(pattern, words)]
    return named[0] if len(named) == 1 else None


def subject_of(words: str) -> str:
    """What the step is about: ``words`` without "pour" or a channel that stands apart, both said elsewhere."""
    said = unicodedata.normalize("NFC", words).strip()
    folded = fold(said)
    apart = re.compile(
        rf"(?:par\s+|en\s+|by\s+|via\s+)?(?:{'|'.join(_CHANNELS.values())})\.?\s*(?:$|[:,;]\s*|[-–—]\s+)"
    )
    for pattern in (apart, _LEAD):
        found = pattern.match(folded)
        if found:
            said, folded = said[found.end() :], folded[found.end() :]
    return said


def _says(pattern: str, words: str) -> bool:
    return re.search(rf"(?<![\w-])(?:{pattern})(?![\w-])", fold(unicodedata.normalize("NFC", words))) is not None
