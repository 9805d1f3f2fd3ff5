"""The dates of a plan as sentences, in the language of a document or of the screens."""

from collections.abc import Sequence

from desktop.i18n import Language
from desktop.models.backplan import Plan, PlanStep, Side, slip

SAID_LATE = 3
"""Working days by which a step is imagined to be late: what happens to anybody."""
_NAMED = 4
_WAITING = 3
"""Steps that a sentence, and sentences that a page, have room for."""
_LONGEST = 60


def side_word(side: Side, language: Language) -> str:
    """``Nous`` or ``Vous``: a document speaks to the customer."""
    if side is Side.OURS:
        return language.pgettext("side of a plan", "Us")
    return language.pgettext("side of a plan", "You")


def working_days(count: int, language: Language) -> str:
    """``3 jours ouvrés``."""
    return language.ngettext("{count} working day", "{count} working days", count).format(count=count)


def step_note(step: PlanStep, language: Language) -> str:
    """What a late day of this step does: ``critique``, or ``marge : 4 jours ouvrés``."""
    if step.critical:
        return language.pgettext("step of a plan", "critical")
    return language.gettext("may wait {days}").format(days=working_days(step.slack, language))


def aim(plan: Plan, language: Language) -> str:
    """When to begin to keep to the wished day, or how much time is missing and which day is possible."""
    _ = language.gettext
    wished, ready = language.date(plan.wished_on), language.date(plan.ready_on)
    if plan.late:
        missing = language.ngettext(
            "{count} working day is missing to keep to {wished}: begun at once, it can be ready on {ready}.",
            "{count} working days are missing to keep to {wished}: begun at once, it can be ready on {ready}.",
            plan.late,
        )
        return missing.format(count=plan.late, wished=wished, ready=ready)
    sentence = _("To be ready on {wished}, the first step begins on {begin} at the latest.")
    return sentence.format(wished=wished, begin=language.date(plan.begins_on))


def what_slips(plan: Plan, language: Language) -> tuple[str, ...]:
    """What a few days lost do: first the steps that take the end with them, theirs before ours, then those that wait.

    ``("Si « Signature » prend 3 jours ouvrés de retard, la mise en service glisse au 3 février 2027.", …)``
    """
    critical = [place for place, step in enumerate(plan.steps) if step.critical]
    critical.sort(key=lambda place: plan.steps[place].side is not Side.THEIRS)
    sentences = [_slipping(plan, critical, language)]
    waiting = [place for place, step in enumerate(plan.steps) if not step.critical]
    waiting.sort(key=lambda place: plan.steps[place].slack)
    sentences += [_waiting(plan, place, language) for place in waiting[:_WAITING]]
    return tuple(sentences)


def _slipping(plan: Plan, critical: Sequence[int], language: Language) -> str:
    _ = language.gettext
    names = [_marked(plan.steps[place], language) for place in critical[:_NAMED]]
    if len(critical) > _NAMED:
        names.append(_("any other critical step"))
    found = slip(plan, critical[0], SAID_LATE)
    sentence = _("If {steps} is late by {days}, the start slips to {date}.")
    return sentence.format(
        steps=_one_of(names, language), days=working_days(SAID_LATE, language), date=language.date(found.ready_on)
    )


def _waiting(plan: Plan, place: int, language: Language) -> str:
    _ = language.gettext
    step = plan.steps[place]
    late = step.slack + SAID_LATE
    found = slip(plan, place, late)
    sentence = _("{step} may wait {slack}; late by {days}, it moves the start to {date}.")
    return sentence.format(
        step=_marked(step, language),
        slack=working_days(step.slack, language),
        days=working_days(late, language),
        date=language.date(found.ready_on),
    )


def _marked(step: PlanStep, language: Language) -> str:
    name = " ".join(step.name.split())
    name = name if len(name) <= _LONGEST else f"{name[:_LONGEST].rstrip()}…"
    return language.gettext("“{step}”").format(step=name)


def _one_of(names: Sequence[str], language: Language) -> str:
    """``A``, ``A ou B``, ``A, B ou C``."""
    if len(names) == 1:
        return names[0]
    return language.gettext("{names} or {last}").format(names=", ".join(names[:-1]), last=names[-1])
