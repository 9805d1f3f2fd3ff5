"""What a new proposal may say before the rep writes anything: only what was said on the call, and empty otherwise."""

import re
import uuid
from collections.abc import Iterable, Sequence

from desktop.i18n import NO_BREAK_SPACE, Language
from desktop.models.calls import Call, Verbatim
from desktop.models.need_kinds import NeedKind
from desktop.models.proposals import ProposalNeed
from desktop.models.spoken_figures import money
from desktop.models.spoken_numbers import folded
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
LONGEST_QUOTE = 25
"""Words of a quotation (design page "Restating rules")."""
MOST_GAINS = 3
"""Results that page 1 has room for."""
_FIRST_KINDS = (NeedKind.STAKE, NeedKind.NEED)
_COST_KINDS = (NeedKind.STAKE, NeedKind.OBSTACLE, NeedKind.NEED)


def has_figure(text: str) -> bool:
    """Whether a sentence gives a quantity, in digits or in words: a figure of theirs weighs more than our arguments."""
    return bool(_FIGURE.search(text))


def _weighs(verbatim: Verbatim) -> bool:
    """Whether it says what their situation weighs: a quantity, unless it is the sum that they could spend."""
    return has_figure(words_of(verbatim)) and not _budget(verbatim)


def _budget(verbatim: Verbatim) -> bool:
    """Whether it says what they could spend: nothing that opens a page which others will read."""
    return any(found.spendable for found in money(folded(words_of(verbatim))))


def words_of(verbatim: Verbatim) -> str:
    """What was said, as corrected by the rep where the typing was wrong."""
    return verbatim.corrected or verbatim.text


def quoted(text: str, language: Language) -> str:
    """``text`` between the quotation marks of ``language``."""
    return f"«{NO_BREAK_SPACE}{text}{NO_BREAK_SPACE}»" if language.code == "fr" else f"“{text}”"


def cut(words: str, most: int = LONGEST_QUOTE) -> str:
    """A quotation of no more than ``most`` words; that something is left out is said, and nothing is rewritten."""
    parts = words.split()
    return words.strip() if len(parts) <= most else f"{' '.join(parts[:most])} […]"


def lead_verbatim(needs: Sequence[StatedNeed]) -> Verbatim | None:
    """The strongest citable verbatim: a stake or a need first, with a figure, confirmed, then the earliest."""
    found = [(stated.need, verbatim) for stated in needs for verbatim in stated.citable]
    if not found:
        return None
    return min(
        found,
        key=lambda each: (
            each[0].kind not in _FIRST_KINDS,
            not _weighs(each[1]),
            not each[0].confirmed,
        ),
    )[1]


def title(needs: Sequence[StatedNeed], lead: Verbatim | None) -> str:
    """The main need as the rep understood it, when they wrote it; no sentence is made up."""
    for stated in sorted(needs, key=lambda each: lead is None or lead not in each.verbatims):
        if stated.need.statement:
            return stated.need.statement.rstrip(" .")
    return ""


def promise(needs: Sequence[StatedNeed], rows: Sequence[ProposalNeed], lead_id: uuid.UUID | None) -> str:
    """What the offer that answers the main need brings, for a title where the rep stated no need in words of their own.

    ``rows`` answer ``needs`` one by one. The main need is the one whose words open page 1, else the first answered.
    """
    brought = [
        (lead_id not in {each.id for each in stated.verbatims}, row.benefit.strip().rstrip(" ."))
        for stated, row in zip(needs, rows, strict=True)
        if row.included and row.benefit.strip()
    ]
    return min(brought, key=lambda each: each[0])[1] if brought else ""


def objective(needs: Sequence[StatedNeed], besides: Verbatim | None, language: Language) -> str:
    """What they want to reach, in their words: the first citable need that does not open the page already.

    What they could spend is no goal.
    """
    return _quote_one(needs, (NeedKind.NEED,), (besides,), language, weighing=False)


def cost_today(needs: Sequence[StatedNeed], besides: Iterable[Verbatim | None], language: Language) -> str:
    """What the situation costs, as the prospect put it: a citable verbatim that gives a figure, or nothing.

    What they could spend is no cost of today, and printed there it would give their budget away.
    """
    return _quote_one(needs, _COST_KINDS, tuple(besides), language, weighing=True)


def gains(benefits: Iterable[str]) -> list[str]:
    """What the answers bring, in the customer's order, each once: ``MOST_GAINS`` at most."""
    found = dict.fromkeys(" ".join(each.split()).rstrip(" .") for each in benefits if each.strip(" .\n"))
    return list(found)[:MOST_GAINS]


def recommendation(name: str, reason: str, said: Iterable[str], covered: int, needs: int, language: Language) -> str:
    """Which option, then why, in their words. "" without a name, and when nothing speaks for it.

    ``reason`` is that of the option; words that page 1 has ``said`` already, which it was drafted from, are not said
    twice. Without one, the option answers ``covered`` of their ``needs``.
    """
    _ = language.gettext
    if not name or not (reason.strip() or covered):
        return ""
    sentence = _("We recommend “{name}”.").format(name=name.rstrip(" ."))
    if reason.strip():
        return f"{sentence} {_not_twice(reason.strip(), said, language)}"
    if covered == needs:
        answered = _("It answers everything that you told us you need.")
        return f"{sentence} {answered}"
    answered = language.ngettext(
        "It answers {count} of the {total} needs that you told us about.",
        "It answers {count} of the {total} needs that you told us about.",
        covered,
    )
    return f"{sentence} {answered.format(count=covered, total=needs)}"


def _not_twice(reason: str, said: Iterable[str], language: Language) -> str:
    """A reason as ``door_drafts`` writes it, without its quotation when the page has it; any other as it is."""
    _ = language.gettext
    for words in said:
        for quote in (quoted(cut(words), language), words):
            if reason == _("{quote} This option answers it.").format(quote=quote):
                return _("This option answers your own words, quoted on this page.")
            if reason == _("{quote} This option answers it, and stays within the budget you gave us.").format(
                quote=quote
            ):
                return _(
                    "This option answers your own words, quoted on this page, and stays within the budget you gave us."
                )
    return reason


def _quote_one(
    needs: Sequence[StatedNeed],
    kinds: tuple[NeedKind, ...],
    besides: tuple[Verbatim | None, ...],
    language: Language,
    *,
    weighing: bool,
) -> str:
    for kind in kinds:
        for stated in needs:
            for verbatim in stated.citable if stated.need.kind is kind else ():
                if verbatim not in besides and (_weighs(verbatim) if weighing else not _budget(verbatim)):
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
