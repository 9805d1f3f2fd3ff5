"""From what a prospect said to a sentence that says it back: « Si je comprends bien, vous perdez une journée… ».

Their words are turned from the first person to "vous" or "you" when the rules are sure of every one of them;
otherwise they are quoted as they are. Which sentence is proposed depends on the words alone: the same words, the same.
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.models.english_turning import EnglishSentence
from desktop.models.french_turning import FrenchSentence
from desktop.models.need_kinds import NeedKind
from desktop.models.turned_words import DoubtfulError, capitalised, sentences, tidy, without_end

CLAUSE, WORDS = "{clause}", "{words}"
MOST_SENTENCES = 3
"""More than this is not one thing to say back."""
_AFTER_THAT = re.compile(r"\b(?:que|that) \{clause\}")
_VOWEL = re.compile(r"(?!(?:onze|oui|ouate|yaourt)\b)[aeiouyàâéèêëîïôûœæ]")
"""What « que » is elided before; an h may be aspirated, and is left alone."""


@dataclass(frozen=True)
class SpokenTemplate:
    """A sentence with one gap: ``{clause}`` for their words turned towards them, ``{words}`` for their words quoted.

    ``kind`` is ``None`` for a sentence that suits every kind of need.
    """

    key: str
    text: str
    kind: NeedKind | None = None

    @property
    def quotes(self) -> bool:
        """Whether it quotes their words rather than turning them."""
        return WORDS in self.text

    def takes(self, clause: "Clause | None") -> bool:
        """Whether these words fit in it: several sentences, or one without a verb, do not follow "que"."""
        if self.quotes or clause is None:
            return self.quotes
        if _AFTER_THAT.search(self.text):
            return clause.whole and "," not in clause.text
        return not clause.several or f"{CLAUSE}." in self.text


@dataclass(frozen=True)
class Clause:
    """Their words turned towards them, with a small first letter and no final sign."""

    text: str
    whole: bool
    """One sentence with its own verb, that can follow "vous me dites que"."""
    several: bool
    """More than one sentence."""


@dataclass(frozen=True)
class SaidBack:
    """A sentence to say. ``fallback`` when the rules were not sure, and it quotes their words."""

    template: SpokenTemplate
    sentence: str
    fallback: bool


def clause_of(words: str, language: str) -> Clause | None:
    """Their words turned from the first person to the second; ``None`` when the rules are not sure of all of them."""
    pieces = sentences(words)
    # Shouted words would come out half in capitals.
    if not 0 < len(pieces) <= MOST_SENTENCES or (words.isupper() and len(words.split()) > 1):
        return None
    try:
        turned = [(FrenchSentence if language == "fr" else EnglishSentence)(piece) for piece in pieces]
    except DoubtfulError:
        return None
    texts = [each.text if place == 0 else capitalised(each.text) for place, each in enumerate(turned)]
    return Clause(". ".join(texts), turned[0].whole and len(turned) == 1, len(turned) > 1)


def say_back(templates: Sequence[SpokenTemplate], kind: NeedKind, words: str, language: str, turn: int = 0) -> SaidBack:
    """The sentence to say for these words; ``turn`` 1, 2… are the next ones, and after the last the first again.

    ``templates`` must hold one that quotes and suits every kind.
    """
    clause = clause_of(words, language)
    fitting = [each for each in templates if each.kind in (kind, None) and each.takes(clause)]
    turning = _rotated([each for each in fitting if not each.quotes], words)
    # Their own words come last where they can be turned: a rep may prefer them.
    quoting = _rotated([each for each in templates if each.kind in (kind, None) and each.quotes], words)
    choices = [*turning, *quoting]
    template = choices[turn % len(choices)]
    return SaidBack(template, _filled(template, clause, words, language), clause is None)


def _rotated(templates: list[SpokenTemplate], words: str) -> list[SpokenTemplate]:
    """Starting at a place that the words decide: a call does not say the same sentence every time."""
    if not templates:
        return []
    first = zlib.crc32(words.encode()) % len(templates)
    return templates[first:] + templates[:first]


def _filled(template: SpokenTemplate, clause: Clause | None, words: str, language: str) -> str:
    if template.quotes or clause is None:
        quoted = without_end(tidy(words))
        if language != "fr":
            quoted = quoted.replace("“", "‘").replace("”", "’")
        return template.text.replace(WORDS, quoted)
    before, _gap, after = template.text.partition(CLAUSE)
    if language == "fr" and before.endswith("que ") and _VOWEL.match(clause.text.lower()):
        before = f"{before[:-2]}’"
    return f"{before}{clause.text}{after}"
