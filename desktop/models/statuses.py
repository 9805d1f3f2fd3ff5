"""How far a prospect has come. Lead, prospect, qualified prospect and client are not the same thing: that is the point.

The program suggests a status and says in words what is missing for the next one; the rep decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.i18n import Language, current
from desktop.models.grids import Grid, Scores


class Status(StrEnum):
    """Four steps, and two exits that delete nothing: off target (may wake up on a date), and lost (with a reason)."""

    LEAD = "lead"
    PROSPECT = "prospect"
    QUALIFIED = "qualified"
    CLIENT = "client"
    SHELVED = "shelved"
    LOST = "lost"


ACTIVE = (Status.LEAD, Status.PROSPECT, Status.QUALIFIED)
"""Those that a rep still works on: neither clients nor gone."""


class ContactRole(StrEnum):
    """What a person weighs in the decision."""

    DECIDER = "decider"
    INFLUENCER = "influencer"
    USER = "user"
    BUYER = "buyer"
    BLOCKER = "blocker"


class Stance(StrEnum):
    """Where a person stands on our offer."""

    FOR = "for"
    NEUTRAL = "neutral"
    AGAINST = "against"


class LossKind(StrEnum):
    """Why one was lost, in kinds that can be counted."""

    PRICE = "price"
    NO_BUDGET = "no_budget"
    TIMING = "timing"
    COMPETITOR = "competitor"
    NO_DECISION = "no_decision"
    NO_ANSWER = "no_answer"
    FIT = "fit"
    OTHER = "other"


QUALIFIED_LEVELS = (("fit", 1), ("need", 2), ("budget", 1))
"""The least level of each criterion for a qualified prospect (domain §2, ours)."""


@dataclass(frozen=True)
class Suggestion:
    """The status the facts allow, and what is ``missing`` (in words) to go on ``towards`` the next one.

    ``towards`` is ``None`` when no fact could lead further: a purchase and an exit are the rep's to declare.
    """

    status: Status
    towards: Status | None
    missing: tuple[str, ...]


def status_label(status: Status, language: Language | None = None) -> str:
    """``Lead``, ``Prospect``, ``Prospect qualifié``, ``Client``, ``Écarté``, ``Perdu``."""
    pgettext = (language or current()).pgettext
    labels = {
        Status.LEAD: pgettext("status", "Lead"),
        Status.PROSPECT: pgettext("status", "Prospect"),
        Status.QUALIFIED: pgettext("status", "Qualified prospect"),
        Status.CLIENT: pgettext("status", "Client"),
        Status.SHELVED: pgettext("status", "Set aside"),
        Status.LOST: pgettext("status", "Lost"),
    }
    return labels[status]


def role_label(role: ContactRole, language: Language | None = None) -> str:
    """``Décideur``, ``Prescripteur``, ``Utilisateur``, ``Acheteur``, ``Bloqueur``."""
    pgettext = (language or current()).pgettext
    labels = {
        ContactRole.DECIDER: pgettext("role", "Decision-maker"),
        ContactRole.INFLUENCER: pgettext("role", "Influencer"),
        ContactRole.USER: pgettext("role", "User"),
        ContactRole.BUYER: pgettext("role", "Buyer"),
        ContactRole.BLOCKER: pgettext("role", "Blocker"),
    }
    return labels[role]


def stance_label(stance: Stance, language: Language | None = None) -> str:
    """``Favorable``, ``Neutre``, ``Opposé``."""
    pgettext = (language or current()).pgettext
    labels = {
        Stance.FOR: pgettext("stance", "In favour"),
        Stance.NEUTRAL: pgettext("stance", "Neutral"),
        Stance.AGAINST: pgettext("stance", "Against"),
    }
    return labels[stance]


def loss_label(kind: LossKind, language: Language | None = None) -> str:
    """``Prix``, ``Pas de budget``, ``Calendrier``…"""
    pgettext = (language or current()).pgettext
    labels = {
        LossKind.PRICE: pgettext("loss", "Price"),
        LossKind.NO_BUDGET: pgettext("loss", "No budget"),
        LossKind.TIMING: pgettext("loss", "Timing"),
        LossKind.COMPETITOR: pgettext("loss", "Competitor"),
        LossKind.NO_DECISION: pgettext("loss", "No decision"),
        LossKind.NO_ANSWER: pgettext("loss", "No answer"),
        LossKind.FIT: pgettext("loss", "Not a fit"),
        LossKind.OTHER: pgettext("loss", "Other"),
    }
    return labels[kind]


def missing_role(role: ContactRole, language: Language | None = None) -> str:
    """What to ask while nobody is known to hold a role in the decision."""
    _ = (language or current()).gettext
    questions = {
        ContactRole.DECIDER: _("No decision-maker known: who will take the final decision?"),
        ContactRole.INFLUENCER: _("Who will be asked for advice?"),
        ContactRole.USER: _("Who will use it every day?"),
        ContactRole.BUYER: _("Who will negotiate and sign the order?"),
        ContactRole.BLOCKER: _("Who could say no, and why?"),
    }
    return questions[role]


def suggest_status(
    current_status: Status,
    scores: Scores,
    stated_needs: int,
    exchanges: int,
    knocked_out: Sequence[str] = (),
    grid: Grid | None = None,
    language: Language | None = None,
) -> Suggestion:
    """The status that the rules of domain §2 allow, and what is missing for the next.

    ``scores`` are the prospect's current ones over all calls, ``knocked_out`` the keys of ``Standing.knocked_out``.
    With ``grid``, a criterion that neither the grid nor the scores have is not asked for: a B2C grid has no "fit".
    Going back is suggested too: a qualified prospect whose budget falls to 0 is a prospect.
    """
    if current_status in (Status.CLIENT, Status.SHELVED, Status.LOST):
        return Suggestion(current_status, None, ())
    begun = _missing_to_begin(stated_needs, exchanges, language)
    if begun:
        return Suggestion(Status.LEAD, Status.PROSPECT, begun)
    missing = _missing_to_qualify(scores, knocked_out, grid, language)
    if missing:
        return Suggestion(Status.PROSPECT, Status.QUALIFIED, missing)
    return Suggestion(Status.QUALIFIED, None, ())


def _missing_to_begin(stated_needs: int, exchanges: int, language: Language | None) -> tuple[str, ...]:
    _ = (language or current()).gettext
    missing = []
    if stated_needs < 1:
        missing.append(_("a stated need"))
    if exchanges < 1:
        missing.append(_("a first exchange"))
    return tuple(missing)


def _missing_to_qualify(
    scores: Scores, knocked_out: Sequence[str], grid: Grid | None, language: Language | None
) -> tuple[str, ...]:
    _ = (language or current()).gettext
    has = None if grid is None else {criterion.key: criterion for criterion in grid.criteria}
    missing = [
        _missing_level(key, scores.get(key), language)
        for key, least in QUALIFIED_LEVELS
        if (has is None or key in has or key in scores) and (scores.get(key) or 0) < least
    ]
    for key in knocked_out:
        name = has[key].name if has and key in has else key
        missing.append(_("a way past the knock-out: {criterion}").format(criterion=name))
    return tuple(missing)


def _missing_level(key: str, level: int | None, language: Language | None) -> str:
    """Unknown and absent are said differently: one is a question to ask, the other an answer that was given."""
    _ = (language or current()).gettext
    unknown = {
        "fit": _("the fit with our target, still unknown"),
        "need": _("the strength of the need, still unknown"),
        "budget": _("a possible budget, still unknown"),
    }
    too_low = {
        "fit": _("a fit with our target"),
        "need": _("a clear need, described with a consequence"),
        "budget": _("a possible budget"),
    }
    return unknown[key] if level is None else too_low[key]
