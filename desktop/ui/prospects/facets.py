"""The sides from which a list of prospects can be filtered, each with its few choices."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.i18n import _, current, ngettext, pgettext
from desktop.models.grids import Band, band_name
from desktop.models.matrix import Heat, heat_label
from desktop.models.statuses import Status, status_label
from desktop.services.filter_words import kind_words
from desktop.services.prospect_filters import ProspectFilter

_STALE = (15, 30, 60, 90)


@dataclass(frozen=True)
class Facet:
    """One side: its choices by key, which of them a filter has, and the filter that has others.

    ``single``: one choice at most.
    """

    key: str
    title: str
    options: tuple[tuple[str, str], ...]
    chosen: Callable[[ProspectFilter], set[str]]
    put: Callable[[ProspectFilter, set[str]], ProspectFilter]
    single: bool = False

    def toggled(self, asked: ProspectFilter, option: str) -> ProspectFilter:
        """``asked`` with one choice more, or without it."""
        now = self.chosen(asked)
        return self.put(asked, now - {option} if option in now else {option} if self.single else now | {option})

    def said(self, asked: ProspectFilter) -> str:
        """The title, and what is chosen of it: ``Chaleur : chaud, tiède``."""
        now = self.chosen(asked)
        words = [each for key, each in self.options if key in now]
        if not words:
            return self.title
        return _("{facet}: {choices}").format(facet=self.title, choices=", ".join(words).lower())


def facets(sources: list[str], asked: ProspectFilter) -> tuple[Facet, ...]:
    """All of them; ``sources`` are those of the file, to which those asked for are added."""
    return (_heat(), _qualification(), _status(), _source(sources, asked), _step(), _news(), _more())


def _heat() -> Facet:
    return Facet(
        "heat",
        _("Heat"),
        tuple((heat.value, heat_label(heat)) for heat in (Heat.HOT, Heat.WARM, Heat.COLD)),
        lambda asked: {each.value for each in asked.heats},
        lambda asked, keys: replace(asked, heats=tuple(map(Heat, keys))),
    )


def _qualification() -> Facet:
    def put(asked: ProspectFilter, keys: set[str]) -> ProspectFilter:
        bands = tuple(Band(key) for key in keys if key != "open")
        return replace(asked, bands=bands, to_complete=True if "open" in keys else None)

    options = [(band.value, band_name(band).capitalize()) for band in (Band.GOOD, Band.MEDIUM, Band.LOW)]
    return Facet(
        "qualification",
        _("Qualification"),
        (*options, ("open", _("To complete"))),
        lambda asked: {*(each.value for each in asked.bands), *(("open",) if asked.to_complete else ())},
        put,
    )


def _status() -> Facet:
    return Facet(
        "status",
        _("Status"),
        tuple((status.value, status_label(status)) for status in Status),
        lambda asked: {each.value for each in asked.statuses},
        lambda asked, keys: replace(asked, statuses=tuple(map(Status, keys))),
    )


def _source(sources: list[str], asked: ProspectFilter) -> Facet:
    known = dict.fromkeys((*sources, *asked.sources))
    return Facet(
        "source",
        _("Source"),
        tuple((source, source) for source in known),
        lambda asked: set(asked.sources),
        lambda asked, keys: replace(asked, sources=tuple(keys)),
    )


def _step() -> Facet:
    return Facet(
        "step",
        pgettext("filters", "Next step"),
        (("none", pgettext("next step", "None")), ("planned", pgettext("next step", "Planned"))),
        lambda asked: set() if asked.planned is None else {"planned" if asked.planned else "none"},
        lambda asked, keys: replace(asked, planned="planned" in keys if keys else None),
        single=True,
    )


def _news() -> Facet:
    def put(asked: ProspectFilter, keys: set[str]) -> ProspectFilter:
        return replace(asked, stale_days=int(next(iter(keys))) if keys else None)

    def words(days: int) -> str:
        return ngettext("{count} day", "{count} days", days).format(count=days)

    return Facet(
        "news",
        pgettext("filters", "Silence"),
        tuple((str(days), words(days)) for days in _STALE),
        lambda asked: set() if asked.stale_days is None else {str(asked.stale_days)},
        put,
        single=True,
    )


def _more() -> Facet:
    flags = {"never_called": _("Never called"), "wake_due": _("To wake up"), "expiring": _("A proposal expires soon")}
    deciders = {"decider": _("With a decision-maker"), "no_decider": _("Without a decision-maker")}
    kinds = {kind: kind_words(kind, current()).capitalize() for kind in ("b2b", "b2c")}

    def chosen(asked: ProspectFilter) -> set[str]:
        found = {name for name in flags if getattr(asked, name)} | ({asked.kind} - {""})
        return found if asked.decider is None else found | {"decider" if asked.decider else "no_decider"}

    def put(asked: ProspectFilter, keys: set[str]) -> ProspectFilter:
        # Of two that exclude each other, the one just chosen stays.
        added = keys - chosen(asked)
        decider = (added & set(deciders)) or (keys & set(deciders))
        kind = (added & set(kinds)) or (keys & set(kinds))
        return replace(
            asked,
            never_called="never_called" in keys,
            wake_due="wake_due" in keys,
            expiring="expiring" in keys,
            decider="decider" in decider if decider else None,
            kind=next(iter(kind), ""),
        )

    return Facet("more", pgettext("filters", "More"), tuple({**flags, **deciders, **kinds}.items()), chosen, put)
