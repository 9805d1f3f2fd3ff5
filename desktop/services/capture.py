"""The one line the rep types in: a first sign says what the line is, plain text being the prospect's own words."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.models.calls import Entry
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.matrix import Heat
from desktop.models.working_days import PLAIN, Calendar
from desktop.services.natural_dates import understand
from desktop.services.step_words import channel_in, objective_in, subject_of

PREFIXES = {"-": "note", "!": "objection", "?": "question"}
"""A prefix counts when a space follows: "-10 %" and "?!" are words."""
_SIGNS = {kind: sign for sign, kind in PREFIXES.items()}

LONGEST_TAG, MOST_WORDS = 30, 4
"""Characters and words: a tag is a word or two, to find sentences again."""

_HEATS = {
    "froid": Heat.COLD,
    "tiede": Heat.WARM,
    "chaud": Heat.HOT,
    "cold": Heat.COLD,
    "warm": Heat.WARM,
    "hot": Heat.HOT,
}


@dataclass(frozen=True)
class Step:
    """A next step as it was typed: a wall clock, what it is about, and the channel and objective its words name."""

    due_local: datetime
    subject: str = ""
    channel: Channel | None = None
    objective: Objective | None = None


@dataclass(frozen=True)
class Line:
    """What a typed line means.

    ``kind`` is that of an entry (a key of ``calls.KINDS``) with its ``text``, or "heat", "tags" or "step". ``step``
    is ``None`` when the line was read without a moment to count from.
    """

    kind: str
    text: str = ""
    heat: Heat | None = None
    tags: tuple[str, ...] = ()
    """To put on the last entry."""
    untags: tuple[str, ...] = ()
    """To take off it."""
    step: Step | None = None

    @property
    def is_entry(self) -> bool:
        return self.kind not in ("heat", "tags", "step")


def read_line(raw: str, now: datetime | None = None, worked: Calendar = PLAIN) -> Line:
    """Understand one line; ``now`` is the rep's wall clock, from which the dates of "@" are counted in ``worked`` days.

    "# " needs its space and "@" a date after it, so that "#1" stays a word; a word that begins with "@" is typed
    between quotes. Raises ``UserError`` for a heat, a tag or a date that says nothing; the words stay in the line.
    """
    line = raw.strip()
    if line.startswith("=") and len(line) > 1:
        return Line("heat", heat=_heat(line[1:]))
    if line.startswith("@"):
        return Line("step", line[1:].strip(), step=_step(line, now, worked) if now else None)
    prefix, rest = line[:1], line[1:]
    if rest[:1].isspace() and rest.strip():
        if prefix == "#":
            return _tags(rest)
        if prefix in PREFIXES:
            return Line(PREFIXES[prefix], rest.strip())
    return Line("verbatim", line)


def as_typed(entry: Entry) -> str:
    """The words of an entry, with the sign that makes its kind: what the line shows to change it."""
    sign = _SIGNS.get(entry.kind)
    return f"{sign} {entry.words}" if sign else entry.words


def plain_tag(tag: str) -> str:
    """What two tags have in common when they are the same one: "Marge" and "marge"."""
    return unicodedata.normalize("NFC", tag).casefold()


def _heat(word: str) -> Heat:
    plain = "".join(sign for sign in unicodedata.normalize("NFD", word.strip().lower()) if sign.isalpha())
    if plain not in _HEATS:
        raise UserError(_("“{word}” is not a heat. Type =cold, =warm or =hot.").format(word=word.strip()))
    return _HEATS[plain]


def _tags(said: str) -> Line:
    added: dict[str, str] = {}
    removed: dict[str, str] = {}
    for part in re.split(r"[,;#]", said):
        tag = " ".join(part.split())
        into = added
        if tag.startswith(("-", "–", "−")):
            into, tag = removed, tag[1:].strip()
        if len(tag) > LONGEST_TAG or len(tag.split()) > MOST_WORDS:
            raise UserError(
                _("“{tag}” is too long for a tag: write a word or two, with commas between tags.").format(tag=tag)
            )
        if tag:
            into.setdefault(plain_tag(tag), tag)
    if not added and not removed:
        raise UserError(_("Write the tag after the sign: # impact. “# -impact” takes it off."))
    return Line("tags", tags=tuple(added.values()), untags=tuple(removed.values()))


def _step(line: str, now: datetime, worked: Calendar) -> Step:
    said = line[1:].strip()
    understood = understand(said, now, current().code, worked)
    if understood is None:
        sentence = _(
            "“{words}” does not begin with a date. Write the next step as @fri 10am confirm the budget, @27/11 or "
            "@in 2 weeks; put between quotes a sentence that begins with @."
        )
        raise UserError(sentence.format(words=line if len(line) <= 32 else f"{line[:31].rstrip()}…"))
    rest = understood.rest
    return Step(understood.due_local, subject_of(rest), channel_in(rest), objective_in(rest))
