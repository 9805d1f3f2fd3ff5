"""What the rep feels of a prospect, and the heat that it suggests with its reason. Never printed, never a score.

The heat itself is the rep's to choose: nothing here changes it (domain §4).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.i18n import Language, current
from desktop.models.matrix import Heat, heat_label


class Sign(StrEnum):
    """An impression, from 0 to 3."""

    INTEREST = "interest"
    RESPONSIVENESS = "responsiveness"
    VALUES = "values"
    TRUST = "trust"


Signs = Mapping[Sign, int]
"""Those that the rep has given; the others are unknown, which is not 0."""

FEWEST = 2
"""Fewer impressions than this suggest nothing."""
QUIET_DAYS = {Heat.HOT: 30, Heat.WARM: 90}
"""Days without news after which a heat is worth asking about again: one step colder."""
_COLDER = {Heat.HOT: Heat.WARM, Heat.WARM: Heat.COLD}


@dataclass(frozen=True)
class Suggestion:
    """A heat that is not the present one, and why, in words."""

    heat: Heat
    reason: str


def suggest(
    heat: Heat | None, signs: Signs, quiet_days: int | None, language: Language | None = None
) -> Suggestion | None:
    """The heat that silence, or else the impressions, suggest; ``None`` when they suggest nothing new.

    ``quiet_days`` is the number of days since they last said anything; ``None`` when they never did. Silence comes
    first: an impression of last month says nothing of today. The mean of the impressions gives hot from 2.25, warm
    from 1.25 (ours).
    """
    if heat is not None and quiet_days is not None and quiet_days > QUIET_DAYS.get(heat, quiet_days):
        return Suggestion(_COLDER[heat], _quiet(heat, quiet_days, language))
    if len(signs) < FEWEST:
        return None
    total = sum(signs.values())
    # Whole numbers: a mean of 2.25 must not depend on how a float is rounded.
    felt = Heat.HOT if 4 * total >= 9 * len(signs) else Heat.WARM if 4 * total >= 5 * len(signs) else Heat.COLD
    return None if felt is heat else Suggestion(felt, _felt(felt, signs, language))


def _quiet(heat: Heat, days: int, language: Language | None) -> str:
    template = (language or current()).ngettext(
        "{heat} {count} day ago, and no news since.", "{heat} {count} days ago, and no news since.", days
    )
    return template.format(heat=heat_label(heat, language), count=days)


def _felt(felt: Heat, signs: Signs, language: Language | None) -> str:
    """The impressions that say so: the strongest for hot, the weakest for cold, both ends in between."""
    _ = (language or current()).gettext
    ranked = sorted(signs.items(), key=lambda item: (-item[1], list(Sign).index(item[0])))
    chosen = ranked[:2] if felt is Heat.HOT else ranked[-2:]
    parts = [
        _("{sign} {level} out of 3").format(sign=sign_label(sign, language).lower(), level=level)
        for sign, level in chosen
    ]
    words = ", ".join(parts)
    return words[:1].upper() + words[1:] + "."


def sign_label(sign: Sign, language: Language | None = None) -> str:
    """``Intérêt exprimé``, ``Réactivité``, ``Valeurs partagées``, ``Confiance``."""
    pgettext = (language or current()).pgettext
    labels = {
        Sign.INTEREST: pgettext("impression", "Interest shown"),
        Sign.RESPONSIVENESS: pgettext("impression", "Responsiveness"),
        Sign.VALUES: pgettext("impression", "Shared values"),
        Sign.TRUST: pgettext("impression", "Trust"),
    }
    return labels[sign]
