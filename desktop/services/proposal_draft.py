"""What a new proposal may say before the rep writes anything: only what was said on the call, and empty otherwise."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from desktop.i18n import NO_BREAK_SPACE, Language
from desktop.models.calls import Call, Verbatim
from desktop.models.catalogue import Offer
from desktop.models.need_kinds import NeedKind
from desktop.services.grids import GridSheet
from desktop.services.needs import StatedNeed

_FIGURE = re.compile(
    r"\d|%|€"
    r"|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|trente|quarante|cinquante|cent|mille"
    r"|moitié|quart|tiers|dizaines?|centaines?|milliers?|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty"
    r"|hundreds?|thousands?|half|quarter|third)\b"
    r"|\b(?:une?|one|an?)\s+(?:journée|jour|heure|semaine|mois|an|million|day|hour|week|month|year)s?\b",
    re.IGNORECASE,
)
_FIRST_KINDS = (NeedKind.STAKE, NeedKind.NEED)
_COST_KINDS = (NeedKind.STAKE, NeedKind.OBSTACLE, NeedKind.NEED)
_STEM = 5
"""Signs of a word that must agree for two words to be taken for the same: relance, relances, relancer."""
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "votre notre leurs cette entre quand comme alors aussi encore toujours jamais parce depuis avant apres chaque "
        "toute toutes faire avoir avons plusieurs beaucoup there their which would about every other these those after "
        "before where while could should because never always being having",
    )
)


def has_figure(text: str) -> bool:
    """Whether a sentence gives a quantity, in digits or in words: a figure of theirs weighs more than our arguments."""
    return bool(_FIGURE.search(text))


def words_of(verbatim: Verbatim) -> str:
    """What was said, as corrected by the rep where the typing was wrong."""
    return verbatim.corrected or verbatim.text


def quoted(text: str, language: Language) -> str:
    """``text`` between the quotation marks of ``language``."""
    return f"«{NO_BREAK_SPACE}{text}{NO_BREAK_SPACE}»" if language.code == "fr" else f"“{text}”"


def lead_verbatim(needs: Sequence[StatedNeed]) -> Verbatim | None:
    """The strongest citable verbatim: a stake or a need first, with a figure, confirmed, then the earliest."""
    found = [(stated.need, verbatim) for stated in needs for verbatim in stated.citable]
    if not found:
        return None
    return min(
        found,
        key=lambda each: (
            each[0].kind not in _FIRST_KINDS,
            not has_figure(words_of(each[1])),
            not each[0].confirmed,
        ),
    )[1]


def title(needs: Sequence[StatedNeed], lead: Verbatim | None) -> str:
    """The main need as the rep understood it, when they wrote it; no sentence is made up."""
    for stated in sorted(needs, key=lambda each: lead is None or lead not in each.verbatims):
        if stated.need.statement:
            return stated.need.statement.rstrip(" .")
    return ""


def objective(needs: Sequence[StatedNeed], besides: Verbatim | None, language: Language) -> str:
    """What they want to reach, in their words: the first citable need that does not open the page already."""
    return _quote_one(needs, (NeedKind.NEED,), (besides,), language, with_figure=False)


def cost_today(needs: Sequence[StatedNeed], besides: Iterable[Verbatim | None], language: Language) -> str:
    """What the situation costs, as the prospect put it: a citable verbatim that gives a figure, or nothing."""
    return _quote_one(needs, _COST_KINDS, tuple(besides), language, with_figure=True)


def _quote_one(
    needs: Sequence[StatedNeed],
    kinds: tuple[NeedKind, ...],
    besides: tuple[Verbatim | None, ...],
    language: Language,
    *,
    with_figure: bool,
) -> str:
    for kind in kinds:
        for stated in needs:
            for verbatim in stated.citable if stated.need.kind is kind else ():
                if verbatim not in besides and (has_figure(words_of(verbatim)) or not with_figure):
                    return quoted(words_of(verbatim).strip(), language)
    return ""


def to_confirm(sheet: GridSheet | None, call: Call | None, language: Language) -> list[str]:
    """The criteria still open, as the questions of the script ask them; impressions are not the client's business.

    A criterion that the script has no question for, or has in another language, is left out.
    """
    if sheet is None or call is None or call.script.language != language.code:
        return []
    questions = []
    for row in sheet.rows:
        if row.level is not None or row.criterion.family != "objective":
            continue
        asking = [each for each in call.script.questions if each.criterion == row.criterion.key]
        if asking:
            questions.append(max(asking, key=lambda each: each.weight).text)
    return questions


def matching_offers(stated: StatedNeed, offers: Sequence[Offer]) -> list[Offer]:
    """The offers that speak of the same things as a need, the closest first.

    Two words in common, or one that stands in the offer's name; words agree on their first five letters.
    """
    need = _stems([stated.need.statement, *(words_of(verbatim) for verbatim in stated.citable)])
    scored = []
    for offer in offers:
        name = _stems([offer.label])
        shared = len(need & (name | _stems([offer.detail, offer.answer]))) + len(need & name)
        if shared >= 2:
            scored.append((shared, offer))
    return [offer for _score, offer in sorted(scored, key=lambda each: -each[0])]


def _stems(texts: Iterable[str]) -> set[str]:
    plain = unicodedata.normalize("NFKD", " ".join(texts).lower())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return {word[:_STEM] for word in re.findall(r"[a-z]{5,}", letters) if word not in _COMMON}
