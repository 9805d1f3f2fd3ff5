"""How a screen says what a score rests on, in a few words: the same wherever the score is shown."""

from desktop.i18n import _, ngettext
from desktop.models.evidence import Grade, grade_label
from desktop.services.grids import CriterionRow


def proof_words(row: CriterionRow) -> str:
    """What stands beside the name of a criterion: ``2 preuves``, ``à prouver``, ``à demander``, ``impression``…"""
    if not row.proven:
        return _("to prove")
    if row.proofs:
        return ngettext("{count} proof", "{count} proofs", row.proofs).format(count=row.proofs)
    if row.level is None:
        return _("to ask")
    return _("impression") if row.criterion.family == "subjective" else grade_label(Grade.ASSUMED)


def missing_words(row: CriterionRow) -> str:
    """What the level lacks and how to obtain it: ``3 demande : confirmé (reformulez)``; "" when it lacks nothing."""
    if row.proven or row.level is None:
        return ""
    required = row.criterion.required(row.level)
    if required is Grade.DOCUMENTED:
        how = _("see a document")
    elif not row.proofs:
        how = _("write their words") if required is Grade.STATED else _("write their words, then say them back")
    else:
        how = _("say it back")
    return _("{level} asks for: {grade} ({how})").format(level=row.level, grade=grade_label(required), how=how)


def verdict_words(row: CriterionRow) -> str:
    """Whether the score stands on its evidence, in one sentence."""
    if row.level is None:
        return _("Asked, and they do not know.") if row.answer == "?" else _("Not asked yet.")
    if not row.proven:
        return _("To prove. {missing}.").format(missing=missing_words(row))
    if row.proofs:
        return _("Proven: {grade}").format(grade=grade_label(row.grade))
    if row.criterion.family == "subjective":
        return _("An impression: their words are not required here.")
    return _("Assumed: this level does not ask for their words.")
