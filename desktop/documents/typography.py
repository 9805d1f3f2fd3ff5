"""French as a printer sets it. Applied to what we and the rep write, never inside the marks of a quotation."""

import re
from collections.abc import Callable

NBSP = "\u00a0"
NARROW = "\u202f"

# Addresses and references are not prose: one sign changed and they lead nowhere.
_PROTECTED = re.compile(
    r"[a-zA-Z][a-zA-Z0-9+.-]*://\S+|www\.\S+|[^\s@<>()«»]+@[^\s@<>()«»]+|\b[A-Z]{1,6}-\d[\w-]*|\b\d{4}-\d\d-\d\d\b"
)
_SPACE = f"[ {NBSP}{NARROW}]"
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_COUNTED = "jours?|semaines?|mois|ans?|heures?|minutes?|personnes?"
_UNITS = f"{_COUNTED}|%|€|k€"

Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


def _hour(match: re.Match[str]) -> str:
    hours, minutes = match.group(1), match.group(2)
    return f"{hours}{NBSP}h{NBSP}{minutes}" if minutes else f"{hours}{NBSP}h"


_FRENCH: tuple[Rule, ...] = (
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"(?<=[^\W\d_])'(?=[^\W_])"), "’"),
    (re.compile(r'(?<![^\s(«])"(?=\S)([^"\n]*?)(?<=\S)"(?![^\s.,;:!?)»…])'), f"«{NBSP}\\1{NBSP}»"),
    (re.compile(f"«{_SPACE}*(?=\\S)"), f"«{NBSP}"),
    (re.compile(f"(?<=\\S){_SPACE}*»"), f"{NBSP}»"),
    # A colon or a mark glued to what follows is a time, a ratio or a code: left alone.
    (re.compile(rf"(?:(?<=[\w)»%€’…]){_SPACE}*|{_SPACE}+):(?=\s|$)"), f"{NBSP}:"),
    (re.compile(rf"(?:(?<=[\w)»%€’…\]]){_SPACE}*|{_SPACE}+)([;!?]+)(?=[\s)»,.]|$)"), f"{NARROW}\\1"),
    (re.compile(r"(?<![\d,.])(\d{1,3}) (?=\d{3}(?!\d))"), f"\\1{NARROW}"),
    (re.compile(rf"(?<=[\d{NARROW}{NBSP}]\d\d\d) (?=\d{{3}}(?!\d))"), NARROW),
    (re.compile(rf"(?<=\d){_SPACE}*([%€‰]|[kM]€)(?!\w)"), f"{NBSP}\\1"),
    (re.compile(rf"(?<!\d)([01]?\d|2[0-4]){_SPACE}?h(?:{_SPACE}?([0-5]\d))?(?![\w])"), _hour),
    (re.compile(rf"\b([nN]°){_SPACE}*(?=\d)"), f"\\1{NBSP}"),
    (re.compile(r"\b(M\.|MM\.|Mme|Mmes|Mlle|Dr|Me) (?=[A-ZÀ-Ý])"), f"\\1{NBSP}"),
    (re.compile(rf"(?<!\d)(\d{{1,2}}|1er) (?=(?:{_MONTHS})\b)"), f"\\1{NBSP}"),
    (re.compile(rf"(?<=\d) (?=(?:{_COUNTED})\b)"), NBSP),
    (re.compile(rf"(?<![\w-])(\d{{1,3}})-(?=\d{{1,3}}{_SPACE}(?:{_UNITS})(?!\w))"), "\\1–"),
    # Small letters only: Leboeuf is somebody's name.
    (re.compile(r"\b(c|s|man)?oe(?=u(?:r|vre)s?\b)"), "\\1œ"),
    (re.compile(r"\b(n|v|b|m)oe(?=u(?:d|x|f|rs)?s?\b)"), "\\1œ"),
    (re.compile(r"\boe(?=il\b)"), "œ"),
)

# Every rule needs one of these: most short texts have none, and are not read twenty times.
_CONCERNED = re.compile(r"""[\d:;!?«»"'°%‰€]|\.\.\.|oe|M[.mMl]|Dr|Me """)

_SPACES_IN_QUOTES = re.compile(r" (?=[:;!?»%€])|(?<=«) |(?<=\d) (?=\d{3}(?!\d))|(?<=\d) (?=[kM]?€)")


def fr_typo(text: str) -> str:
    """French typographic rules: spaces, quotation marks, apostrophes, ellipses, hours, ordinary ligatures.

    Web and e-mail addresses, references (``P-2026-0042``) and ISO dates pass unchanged. Idempotent.
    """
    parts: list[str] = []
    start = 0
    for found in _PROTECTED.finditer(text):
        parts += [_set(text[start : found.start()]), found.group()]
        start = found.end()
    return "".join([*parts, _set(text[start:])])


def _set(text: str) -> str:
    if not _CONCERNED.search(text):
        return text
    for pattern, replacement in _FRENCH:
        text = pattern.sub(replacement, text)
    return text


def quote_spaces(text: str) -> str:
    """What may be normalised inside a quotation: an ordinary space before ``: ; ! ? » % €``, after ``«`` or between
    thousands becomes a no-break space. No sign is added, removed or replaced: words and punctuation are theirs.
    """
    return _SPACES_IN_QUOTES.sub(NBSP, text)
