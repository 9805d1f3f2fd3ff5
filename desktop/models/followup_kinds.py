"""How a follow-up reaches the prospect, and what it is for: the two choices every next step makes."""

from enum import StrEnum

from desktop.i18n import Language, current


class Channel(StrEnum):
    """By what means. Varying them keeps in touch without intruding."""

    PHONE = "phone"
    EMAIL = "email"
    MEETING = "meeting"
    VIDEO = "video"
    LINKEDIN = "linkedin"
    OTHER = "other"


class Objective(StrEnum):
    """What the follow-up must obtain; the article asks each one to have a clear objective."""

    VALIDATION = "validation"
    PRECISION = "precision"
    PROJECTION = "projection"


class Outcome(StrEnum):
    """What became of a follow-up. Those of ``ANSWERS`` are words from them; the others are attempts."""

    REACHED = "reached"
    VOICE_MAIL = "voice_mail"
    REPLIED = "replied"
    MOVED = "moved"
    WON = "won"
    LOST = "lost"


ANSWERS = (Outcome.REACHED, Outcome.REPLIED, Outcome.MOVED, Outcome.WON, Outcome.LOST)


def outcome_label(outcome: Outcome, language: Language | None = None) -> str:
    """``Joint``, ``Message vocal``, ``A répondu``, ``Reporté par eux``, ``Gagné``, ``Perdu``."""
    pgettext = (language or current()).pgettext
    labels = {
        Outcome.REACHED: pgettext("outcome", "Reached"),
        Outcome.VOICE_MAIL: pgettext("outcome", "Voice mail"),
        Outcome.REPLIED: pgettext("outcome", "Replied"),
        Outcome.MOVED: pgettext("outcome", "Moved by them"),
        Outcome.WON: pgettext("outcome", "Won"),
        Outcome.LOST: pgettext("outcome", "Lost"),
    }
    return labels[outcome]


def channel_label(channel: Channel, language: Language | None = None) -> str:
    """``Téléphone``, ``E-mail``…"""
    pgettext = (language or current()).pgettext
    labels = {
        Channel.PHONE: pgettext("channel", "Phone"),
        Channel.EMAIL: pgettext("channel", "E-mail"),
        Channel.MEETING: pgettext("channel", "Meeting"),
        Channel.VIDEO: pgettext("channel", "Video call"),
        Channel.LINKEDIN: pgettext("channel", "LinkedIn"),
        Channel.OTHER: pgettext("channel", "Other"),
    }
    return labels[channel]


def objective_label(objective: Objective, language: Language | None = None) -> str:
    """``Validation``, ``Précision``, ``Projection``."""
    pgettext = (language or current()).pgettext
    labels = {
        Objective.VALIDATION: pgettext("objective", "Validation"),
        Objective.PRECISION: pgettext("objective", "Clarification"),
        Objective.PROJECTION: pgettext("objective", "Projection"),
    }
    return labels[objective]


def objective_hint(objective: Objective, language: Language | None = None) -> str:
    """What the objective means, in a line under the choice."""
    _ = (language or current()).gettext
    hints = {
        Objective.VALIDATION: _("Obtain an agreement: a budget, a date, a decision."),
        Objective.PRECISION: _("Learn what is still unknown before going further."),
        Objective.PROJECTION: _("Help them picture it: demo, customer case, plan."),
    }
    return hints[objective]


def label(kind: Channel | Objective, language: Language | None = None) -> str:
    """The label of either, for a list that shows both."""
    return channel_label(kind, language) if isinstance(kind, Channel) else objective_label(kind, language)
