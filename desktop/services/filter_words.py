"""A filter of prospects in words, as a rep would say what the list holds."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.i18n import Language
from desktop.models.grids import band_name
from desktop.models.matrix import Heat
from desktop.models.statuses import ACTIVE, Status

if TYPE_CHECKING:
    from desktop.services.prospect_filters import ProspectFilter


def parts(chosen: "ProspectFilter", language: Language) -> Iterator[str]:
    """Each thing asked, in the order in which it is said."""
    _, ngettext = language.gettext, language.ngettext
    if chosen.statuses:
        yield _statuses(chosen.statuses, language)
    if chosen.heats:
        yield any_of([heat_words(heat, language) for heat in chosen.heats], language)
    if chosen.bands:
        bands = any_of([band_name(band, language) for band in chosen.bands], language)
        yield _("qualification {bands}").format(bands=bands)
    if chosen.to_complete is not None:
        yield _("to complete") if chosen.to_complete else _("grid known well enough")
    if chosen.kind:
        yield kind_words(chosen.kind, language)
    if chosen.sources:
        yield _("source: {sources}").format(sources=any_of(list(chosen.sources), language))
    if chosen.decider is not None:
        yield _("with a decision-maker") if chosen.decider else _("without a decision-maker")
    if chosen.never_called:
        yield _("never called")
    if chosen.planned is not None:
        yield _("with a next step") if chosen.planned else _("without a next step")
    if chosen.stale_days is not None:
        count = chosen.stale_days
        yield ngettext("no news for {count} day", "no news for {count} days", count).format(count=count)
    if chosen.wake_due:
        yield _("to wake up")
    if chosen.expiring:
        yield _("a proposal expires soon")
    if words := chosen.text.strip():
        yield _("“{words}”").format(words=words)


def any_of(words: list[str], language: Language) -> str:
    """``chauds``, ``chauds ou tièdes``, ``chauds, tièdes ou froids``."""
    if len(words) < 2:
        return "".join(words)
    return language.pgettext("alternatives", "{first} or {last}").format(first=", ".join(words[:-1]), last=words[-1])


def heat_words(heat: Heat, language: Language) -> str:
    """``chauds``, of several prospects."""
    pgettext = language.pgettext
    return {
        Heat.HOT: pgettext("prospects", "hot"),
        Heat.WARM: pgettext("prospects", "warm"),
        Heat.COLD: pgettext("prospects", "cold"),
    }[heat]


def status_words(status: Status, language: Language) -> str:
    """``clients``, of several prospects."""
    pgettext = language.pgettext
    return {
        Status.LEAD: pgettext("prospects", "leads"),
        Status.PROSPECT: pgettext("prospects", "prospects"),
        Status.QUALIFIED: pgettext("prospects", "qualified"),
        Status.CLIENT: pgettext("prospects", "clients"),
        Status.SHELVED: pgettext("prospects", "set aside"),
        Status.LOST: pgettext("prospects", "lost"),
    }[status]


def kind_words(kind: str, language: Language) -> str:
    """``entreprises`` or ``particuliers``."""
    pgettext = language.pgettext
    return pgettext("prospects", "households") if kind == "b2c" else pgettext("prospects", "companies")


def _statuses(statuses: tuple[Status, ...], language: Language) -> str:
    if statuses == ACTIVE:
        return language.pgettext("prospects", "active")
    return any_of([status_words(status, language) for status in statuses], language)
