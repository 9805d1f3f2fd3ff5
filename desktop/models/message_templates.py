"""Messages with gaps: what is written to a prospect, per objective and situation, from what is known of them.

A gap that nothing is known for is never left as a hole: its sentence goes, with the end of the paragraph that speaks of
it, and what is missing is said apart. What a rep or a prospect wrote is data: a brace in it is a brace.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from desktop.i18n import Language, current
from desktop.models.followup_kinds import Objective
from desktop.models.turned_words import capitalised


class Situation(StrEnum):
    """Where things stand when the message is written."""

    FOLLOW_UP = "follow-up"
    CALL = "call"
    """After a conversation."""
    CONTENT = "content"
    """It brings something of use, and asks for nothing."""
    PROPOSAL = "proposal"
    """A proposal is with them."""
    SHOW = "show"
    """After a trade show."""
    DORMANT = "dormant"
    """No news for a long time."""
    INTERMEDIATE = "intermediate"
    """Instead of one more reminder: audit, test, plan counted back from their date."""


class Gap(StrEnum):
    """What a template may leave to be filled in."""

    FIRST_NAME = "first-name"
    COMPANY = "company"
    WORDS = "words"
    NEED = "need"
    BRINGS = "brings"
    ABOUT = "about"
    DATE = "date"
    PROPOSAL = "proposal"
    EXPIRY = "expiry"
    ME = "me"
    MY_COMPANY = "my-company"
    MY_PHONE = "my-phone"


NAMES: dict[str, dict[str, Gap]] = {
    "fr": {
        "prénom": Gap.FIRST_NAME,
        "société": Gap.COMPANY,
        "ses mots": Gap.WORDS,
        "besoin": Gap.NEED,
        "apport": Gap.BRINGS,
        "objet": Gap.ABOUT,
        "date": Gap.DATE,
        "proposition": Gap.PROPOSAL,
        "échéance": Gap.EXPIRY,
        "moi": Gap.ME,
        "ma société": Gap.MY_COMPANY,
        "mon téléphone": Gap.MY_PHONE,
    },
    "en": {
        "first name": Gap.FIRST_NAME,
        "company": Gap.COMPANY,
        "their words": Gap.WORDS,
        "need": Gap.NEED,
        "what it brings": Gap.BRINGS,
        "subject": Gap.ABOUT,
        "date": Gap.DATE,
        "proposal": Gap.PROPOSAL,
        "valid until": Gap.EXPIRY,
        "me": Gap.ME,
        "my company": Gap.MY_COMPANY,
        "my phone": Gap.MY_PHONE,
    },
}
"""How each gap is written in a template, by the language of the template: not that of the screen."""

QUIET = (Gap.FIRST_NAME, Gap.ME, Gap.MY_COMPANY, Gap.MY_PHONE)
"""Gaps that go alone when nothing is known for them: the sentence around them stands without them."""
GAP = re.compile(r"\{([^{}\n]*)\}")
_SENTENCE = re.compile(r"(?<=[.!?…])[ \t]+(?=\S)")
_VOWEL = re.compile(r"(?!(?:onz|oui|ouat|yaourt|yacht)[a-z]*\b)[aeiouyàâéèêëîïôûœæ]", re.IGNORECASE)
"""What « de » and « que » are elided before; an h may be aspirated, and is left alone."""
_ELIDED = re.compile(r"\b(de|que|jusque|lorsque|puisque) $", re.IGNORECASE)
_CONTRACTED = {"de le ": "du ", "de les ": "des ", "à le ": "au ", "à les ": "aux "}
_COMMON = {
    "fr": re.compile(r"(?:[ndls][’']|(?:ne|le|la|les|un|une|des|plus|moins|se|\w{2,}(?:er|ir|re))\b)", re.IGNORECASE),
    "en": re.compile(r"(?:a|an|the|to|more|less|no|not|stop|reduce|save|get|have|make|keep|avoid)\b", re.IGNORECASE),
}
"""First words that are no names: they lose their capital in the middle of a sentence."""


@dataclass(frozen=True)
class MessageTemplate:
    """One message. ``objective`` is ``None`` for one that suits them all."""

    key: str
    title: str
    situation: Situation
    objective: Objective | None
    subject: str
    text: str


@dataclass(frozen=True)
class MessageSet:
    """The messages of a language, in their order: the first that suits is proposed."""

    language: str
    version: int
    messages: tuple[MessageTemplate, ...]

    def as_dict(self) -> dict[str, Any]:
        """Plain values, as the library keeps and edits them."""
        plain = asdict(self)
        for message in plain["messages"]:
            message["situation"] = message["situation"].value
            message["objective"] = message["objective"].value if message["objective"] else None
        plain["messages"] = list(plain["messages"])
        return plain

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> "MessageSet":
        """The set that ``as_dict`` wrote; what the library adds to it is left out."""
        return cls(plain["language"], plain["version"], tuple(_template(each) for each in plain["messages"]))


@dataclass(frozen=True)
class Filled:
    """A message to read over: nothing in it is left to be filled in. ``missing`` are the gaps that stayed empty."""

    subject: str
    text: str
    missing: tuple[Gap, ...]


def situation_label(situation: Situation, language: Language | None = None) -> str:
    """``Relance``, ``Après un échange``, ``Contenu utile``…"""
    pgettext = (language or current()).pgettext
    labels = {
        Situation.FOLLOW_UP: pgettext("situation", "Follow-up"),
        Situation.CALL: pgettext("situation", "After a conversation"),
        Situation.CONTENT: pgettext("situation", "Useful content"),
        Situation.PROPOSAL: pgettext("situation", "Proposal with them"),
        Situation.SHOW: pgettext("situation", "After a trade show"),
        Situation.DORMANT: pgettext("situation", "No news for long"),
        Situation.INTERMEDIATE: pgettext("situation", "Intermediate solution"),
    }
    return labels[situation]


def missing_words(gap: Gap, language: Language | None = None) -> str:
    """What is missing, said plainly to the rep."""
    _ = (language or current()).gettext
    words = {
        Gap.FIRST_NAME: _("no first name"),
        Gap.COMPANY: _("no company"),
        Gap.WORDS: _("no words to quote"),
        Gap.NEED: _("no need written down"),
        Gap.BRINGS: _("nothing to bring"),
        Gap.ABOUT: _("no subject on the follow-up"),
        Gap.DATE: _("no conversation to recall"),
        Gap.PROPOSAL: _("no proposal with them"),
        Gap.EXPIRY: _("no proposal with them"),
        Gap.ME: _("your name is not in the settings"),
        Gap.MY_COMPANY: _("your company is not in the settings"),
        Gap.MY_PHONE: _("your phone is not in the settings"),
    }
    return words[gap]


def unknown_gaps(text: str, language: str) -> list[str]:
    """What stands between braces and is no gap of that language, braces included; a lone brace too."""
    found = [f"{{{name}}}" for name in GAP.findall(text) if _gap(name, language) is None]
    return [*found, *re.findall(r"[{}]", GAP.sub("", text))]


def choose(
    messages: Sequence[MessageTemplate], situation: Situation, objective: Objective | None
) -> MessageTemplate | None:
    """The first message for the situation and the objective; then one for either. ``None`` when there is none."""
    ranked = sorted(
        enumerate(messages),
        key=lambda each: (
            each[1].situation is not situation,
            each[1].situation is not Situation.FOLLOW_UP,
            each[1].objective is not objective,
            each[1].objective is not None,
            each[0],
        ),
    )
    return ranked[0][1] if ranked else None


def fill(template: MessageTemplate, values: Mapping[Gap, str], language: str) -> Filled:
    """The message with its gaps filled from ``values``; those of an empty value take their sentence with them.

    A subject that would have a hole is the title of the template instead.
    """
    missing: list[Gap] = []
    lines = [_line(line, values, language, missing) for line in template.text.strip().splitlines()]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(line for line in lines if line is not None)).strip()
    subject = _line(" ".join(template.subject.split()), values, language, missing)
    return Filled(subject or template.title, text, tuple(dict.fromkeys(missing)))


def _template(plain: Mapping[str, Any]) -> MessageTemplate:
    objective = Objective(plain["objective"]) if plain["objective"] else None
    return MessageTemplate(**{**plain, "situation": Situation(plain["situation"]), "objective": objective})


def _line(line: str, values: Mapping[Gap, str], language: str, missing: list[Gap]) -> str | None:
    """A paragraph filled in, up to the first sentence that lacks something; ``None`` when nothing of it is left."""
    kept: list[str] = []
    for each in _SENTENCE.split(line):
        found = _sentence(each, values, language, missing)
        if found is None:
            break
        kept.append(found)
    return " ".join(kept) if kept else None


def _sentence(text: str, values: Mapping[Gap, str], language: str, missing: list[Gap]) -> str | None:
    done, start = "", 0
    for match in GAP.finditer(text):
        gap = _gap(match.group(1), language)
        value = values.get(gap, "").strip() if gap is not None else ""
        done += text[start : match.start()]
        start = match.end()
        if gap is not None and value:
            done = _joined(done, value, gap, language)
            continue
        if gap is not None:
            missing.append(gap)
        if gap not in QUIET:
            return None
        done = done.rstrip(" \u00a0\u202f")
    done += text[start:]
    # A line that was nothing but a quiet gap is no line.
    return done if done.strip() or not text.strip() else None


def _joined(before: str, value: str, gap: Gap, language: str) -> str:
    """What comes before a value, and the value, as the language writes them together."""
    if gap is Gap.WORDS and re.search(r"[«“][ \u00a0\u202f]*$", before):
        # The template quotes already: their words come without marks of their own.
        return before + value.strip("«»“” \u00a0\u202f")
    if gap in (Gap.NEED, Gap.BRINGS, Gap.ABOUT):
        value = _in_sentence(before, value, language)
    if language == "fr" and gap is not Gap.WORDS:
        return _french(before, value)
    return before + value


def _in_sentence(before: str, value: str, language: str) -> str:
    value = " ".join(value.split()).rstrip(".")
    if not before.strip():
        return capitalised(value)
    return value[:1].lower() + value[1:] if _COMMON[language].match(value) else value


def _french(before: str, value: str) -> str:
    for full, short in _CONTRACTED.items():
        word, article = full.split(" ")[:2]
        if re.search(rf"\b{word} $", before, re.IGNORECASE) and value.startswith(f"{article} "):
            return before[: -len(word) - 1] + short + value[len(article) + 1 :]
    if _ELIDED.search(before) and _VOWEL.match(value):
        return f"{before[:-2]}’{value}"
    return before + value


def _gap(name: str, language: str) -> Gap | None:
    return NAMES[language].get(" ".join(name.split()).lower())


def gaps_in(text: str, language: str) -> Iterator[Gap]:
    """The gaps of a text, in its order."""
    for name in GAP.findall(text):
        gap = _gap(name, language)
        if gap is not None:
            yield gap
