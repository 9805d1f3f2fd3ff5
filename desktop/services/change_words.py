"""One change of a document said in a sentence, in the language of the screens: what it was, what it is."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from desktop.i18n import _, current
from desktop.services.proposal_checks import shortened

Words = Callable[[str], str]


def quoted(text: str) -> str:
    """``« Une journée par semaine… »``, on one line."""
    return _("“{text}”").format(text=shortened(text))


def plain(text: str) -> str:
    """On one line, cut at a word."""
    return shortened(text)


def on_day(text: str) -> str:
    """An ISO date as the screen writes it."""
    return current().date(date.fromisoformat(text))


def in_euros(old: Decimal, new: Decimal) -> tuple[str, str]:
    """Two amounts; without cents where neither has any."""
    cents = any(amount != amount.to_integral_value() for amount in (old, new))
    return current().money(old, cents), current().money(new, cents)


def became(what: str, old: str, new: str) -> str:
    """``Titre : « A » → « B »``."""
    return _("{what}: {old} → {new}").format(what=what, old=old, new=new)


def rewritten(what: str) -> str:
    """A change too long to be shown."""
    return _("{what}: other words").format(what=what)


def text_change(what: str, old: str | None, new: str | None, words: Words = quoted) -> Iterator[str]:
    """One text, before and after; nothing when it is the same."""
    if (old or "") == (new or ""):
        return
    if not old:
        yield _("{what}: {text} added").format(what=what, text=words(new or ""))
    elif not new:
        yield _("{what}: {text} removed").format(what=what, text=words(old))
    elif words(old) == words(new):
        yield rewritten(what)
    else:
        yield became(what, words(old), words(new))


def list_change(what: str, old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """A list of texts: what came, what went; "another order" when it is only that."""
    if list(old) == list(new):
        return
    gone, come = list((Counter(old) - Counter(new)).elements()), list((Counter(new) - Counter(old)).elements())
    if len(gone) == len(come) == 1:
        yield from text_change(what, gone[0], come[0])
        return
    for text in gone:
        yield from text_change(what, text, "")
    for text in come:
        yield from text_change(what, "", text)
    if not gone and not come:
        yield _("{what}: another order").format(what=what)
