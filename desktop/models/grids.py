"""The grid: what is scored from 0 to 3 during a call, and what the scores known so far allow one to say.

Pure rules, no database: a call keeps its own copy of the grid, so publishing a new version never changes a past call.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Literal

from desktop.i18n import Language, current
from desktop.models.evidence import IMPRESSION, USUAL, Evidence, Grade

TOP_LEVEL = 3
Family = Literal["objective", "subjective"]
Scores = Mapping[str, int | None]
"""By criterion key: absent = not asked yet, ``None`` = asked and unknown, 0 to 3 = level. Unknown is not 0."""


@dataclass(frozen=True)
class Criterion:
    """One line of a grid. ``levels`` are the four texts that say what 0, 1, 2 and 3 mean.

    At or under ``knock_out``, this criterion alone makes the qualification low. ``evidence`` is the least grade that
    each level asks for; ``None`` stands for what is usual in its family.
    """

    key: str
    name: str
    family: Family
    levels: tuple[str, str, str, str]
    weight: int = 1
    knock_out: int | None = None
    evidence: Evidence | None = None

    def required(self, level: int) -> Grade:
        """The least grade of evidence that ``level`` (0 to 3) asks for."""
        usual = IMPRESSION if self.family == "subjective" else USUAL
        return (self.evidence or usual)[level]

    def proven(self, level: int | None, grade: Grade) -> bool:
        """Whether evidence of that grade is enough for ``level``; an unknown level has nothing to prove."""
        return level is None or grade.rank >= self.required(level).rank


@dataclass(frozen=True)
class Grid:
    """Criteria and thresholds; ``good``, ``medium`` and ``complete`` are percentages."""

    key: str
    name: str
    language: str
    version: int
    criteria: tuple[Criterion, ...]
    good: int = 70
    """From this share of the maximum, the qualification is good."""
    medium: int = 40
    """From this share of the maximum, it is medium; below, low."""
    complete: int = 60
    """Under this share of the weight known, the grid is "to complete"."""

    @property
    def maximum(self) -> int:
        """The highest weighted total."""
        return TOP_LEVEL * sum(criterion.weight for criterion in self.criteria)

    def criterion(self, key: str) -> Criterion:
        """The criterion of that key; ``KeyError`` when the grid has none."""
        for criterion in self.criteria:
            if criterion.key == key:
                return criterion
        raise KeyError(key)

    def as_dict(self) -> dict[str, Any]:
        """Plain JSON: what a call stores of its grid."""
        plain = asdict(self)
        plain["criteria"] = [
            {
                **criterion,
                "levels": list(criterion["levels"]),
                "evidence": list(criterion["evidence"]) if criterion["evidence"] else None,
            }
            for criterion in plain["criteria"]
        ]
        return plain

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> "Grid":
        """The inverse of ``as_dict``."""
        return cls(**{**plain, "criteria": tuple(_criterion(each) for each in plain["criteria"])})


def _criterion(plain: Mapping[str, Any]) -> Criterion:
    # Calls begun before evidence could be asked for have no such key.
    evidence = plain.get("evidence")
    grades = tuple(Grade(grade) for grade in evidence) if evidence else None
    return Criterion(**{**plain, "levels": tuple(plain["levels"]), "evidence": grades})


class Band(StrEnum):
    """How well qualified, by the share of the maximum."""

    LOW = "low"
    MEDIUM = "medium"
    GOOD = "good"


@dataclass(frozen=True)
class Standing:
    """What the known scores say: a total that is an interval, since unknowns may be worth anything from 0 to 3.

    ``low`` and ``high`` are weighted totals out of ``maximum``; ``known`` and ``count`` are numbers of criteria.
    Every completion of the unknowns falls between ``band_low`` and ``band_high``.
    """

    low: int
    high: int
    maximum: int
    known: int
    count: int
    band_low: Band
    band_high: Band
    to_complete: bool
    knocked_out: tuple[str, ...]
    """Keys of the criteria that are known to be at or under their knock-out level."""
    gaps: tuple[str, ...]
    """Keys of what is missing, the first to lift first: knock-outs, then unknowns, then known weaknesses."""

    @property
    def band(self) -> Band:
        """The band for everything that must choose: the low one, for the compass must not flatter."""
        return self.band_low


def standing(grid: Grid, scores: Scores) -> Standing:
    """Where a prospect stands on ``grid`` (domain §3); scores of criteria the grid does not have are ignored.

    Raises ``ValueError`` for a score that is neither ``None`` nor 0 to 3.
    """
    known = {c.key: level for c in grid.criteria if (level := scores.get(c.key)) is not None}
    for key, level in known.items():
        if not 0 <= level <= TOP_LEVEL:
            raise ValueError(f"{key}: {level} is not a level")
    low = sum(c.weight * known.get(c.key, 0) for c in grid.criteria)
    high = sum(c.weight * known.get(c.key, TOP_LEVEL) for c in grid.criteria)
    knocked_out = tuple(c.key for c in grid.criteria if c.key in known and _knocks_out(c, known[c.key]))
    # An unknown may still turn out to be a knock-out: the low bound counts it 0 there too.
    may_fall = any(_knocks_out(c, known.get(c.key, 0)) for c in grid.criteria)
    must_fall = any(_knocks_out(c, known.get(c.key, TOP_LEVEL)) for c in grid.criteria)
    weight_known = sum(c.weight for c in grid.criteria if c.key in known)
    return Standing(
        low=low,
        high=high,
        maximum=grid.maximum,
        known=len(known),
        count=len(grid.criteria),
        band_low=Band.LOW if may_fall else _band(grid, low),
        band_high=Band.LOW if must_fall else _band(grid, high),
        to_complete=weight_known * TOP_LEVEL * 100 < grid.complete * grid.maximum,
        knocked_out=knocked_out,
        gaps=knocked_out + _unknown(grid, known) + _weak(grid, known, knocked_out),
    )


def _knocks_out(criterion: Criterion, level: int) -> bool:
    return criterion.knock_out is not None and level <= criterion.knock_out


def _band(grid: Grid, total: int) -> Band:
    # Integers on both sides: 70 % of 15 is 10.5, and a float must not decide who is worth a proposal.
    share = total * 100
    if share >= grid.good * grid.maximum:
        return Band.GOOD
    return Band.MEDIUM if share >= grid.medium * grid.maximum else Band.LOW


def _unknown(grid: Grid, known: Mapping[str, int]) -> tuple[str, ...]:
    """Unknown criteria, those able to knock out first, then the heaviest, then in the order of the grid."""
    unknown = [c for c in grid.criteria if c.key not in known]
    return tuple(c.key for c in sorted(unknown, key=lambda c: (c.knock_out is None, -c.weight)))


def _weak(grid: Grid, known: Mapping[str, int], already: tuple[str, ...]) -> tuple[str, ...]:
    """Known criteria at 0 or 1, those that cost the most points first."""
    weak = [c for c in grid.criteria if known.get(c.key, TOP_LEVEL) <= 1 and c.key not in already]
    return tuple(c.key for c in sorted(weak, key=lambda c: -c.weight * (TOP_LEVEL - known[c.key])))


def band_name(band: Band, language: Language | None = None) -> str:
    """``bonne`` / ``good``, to stand inside a sentence."""
    pgettext = (language or current()).pgettext
    # Translators: qualifies "qualification", feminine in French, in the middle of a sentence.
    names = {
        Band.LOW: pgettext("qualification", "low"),
        Band.MEDIUM: pgettext("qualification", "medium"),
        Band.GOOD: pgettext("qualification", "good"),
    }
    return names[band]


def band_label(standing: Standing, language: Language | None = None) -> str:
    """``bonne``, ``moyenne à bonne`` or ``à compléter``.

    A knock-out wins over "to complete": nothing still to be learnt could change it.
    """
    language = language or current()
    if standing.to_complete and not standing.knocked_out:
        return language.pgettext("qualification", "to complete")
    low, high = band_name(standing.band_low, language), band_name(standing.band_high, language)
    if low == high:
        return low
    return language.pgettext("qualification", "{low} to {high}").format(low=low, high=high)


def qualification_label(standing: Standing, language: Language | None = None) -> str:
    """``Qualification moyenne à bonne``, ``Qualification à compléter``: what stands beside the total."""
    language = language or current()
    return language.gettext("Qualification {band}").format(band=band_label(standing, language))


def total_label(standing: Standing, language: Language | None = None) -> str:
    """``10 à 13``, or ``13`` when nothing is unknown."""
    if standing.low == standing.high:
        return str(standing.low)
    template = (language or current()).pgettext("total", "{low} to {high}")
    return template.format(low=standing.low, high=standing.high)


def maximum_label(standing: Standing, language: Language | None = None) -> str:
    """``sur 15``."""
    return (language or current()).pgettext("total", "out of {maximum}").format(maximum=standing.maximum)


def known_label(standing: Standing, language: Language | None = None) -> str:
    """``4 sur 5 renseignés``."""
    template = (language or current()).ngettext(
        "{known} of {count} filled in", "{known} of {count} filled in", standing.known
    )
    return template.format(known=standing.known, count=standing.count)
