"""The kinds of need that a prospect's words can reveal: they sort what was said, on screen and in the proposal."""

from enum import StrEnum

from desktop.i18n import Language, current


class NeedKind(StrEnum):
    """What a verbatim is about. The values are kept in the database and in the templates."""

    NEED = "need"
    STAKE = "stake"
    OBSTACLE = "obstacle"
    CONSTRAINT = "constraint"
    DECISION = "decision"
    DEADLINE = "deadline"


def label(kind: NeedKind, language: Language | None = None) -> str:
    """``Besoin``, ``Enjeu``, ``Frein``, ``Contrainte``, ``Décision``, ``Échéance``."""
    pgettext = (language or current()).pgettext
    labels = {
        NeedKind.NEED: pgettext("need", "Need"),
        NeedKind.STAKE: pgettext("need", "Stake"),
        NeedKind.OBSTACLE: pgettext("need", "Obstacle"),
        NeedKind.CONSTRAINT: pgettext("need", "Constraint"),
        NeedKind.DECISION: pgettext("need", "Decision"),
        NeedKind.DEADLINE: pgettext("need", "Deadline"),
    }
    return labels[kind]


def long_label(kind: NeedKind, language: Language | None = None) -> str:
    """The same in full, where one is chosen: ``Enjeu chiffré``, ``Contrainte technique ou budgétaire``."""
    pgettext = (language or current()).pgettext
    if kind is NeedKind.STAKE:
        return pgettext("need", "Stake, in figures")
    if kind is NeedKind.CONSTRAINT:
        return pgettext("need", "Technical or budget constraint")
    return label(kind, language)
