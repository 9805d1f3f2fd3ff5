"""When we speak again, in words: the same sentence on every document."""

from datetime import datetime

from desktop.documents.typesetter import Typesetter
from desktop.models.followup_kinds import Channel
from desktop.services.proposal_content import AgreedStep


def when(step: AgreedStep, setter: Typesetter) -> str:
    """``Vendredi 27 novembre 2026 à 10 h 30, par téléphone``."""
    _ = setter.language.gettext
    day = setter.language.date(step.due_local.date(), "full")
    sentence = _("{day} at {time}, {how}").format(day=day, time=hour(step.due_local, setter), how=_how(step, setter))
    return sentence[:1].upper() + sentence[1:]


def hour(moment: datetime, setter: Typesetter) -> str:
    """``10 h 30``, ``10 h``; ``10:30`` in English."""
    if setter.language.code != "fr":
        return setter.language.time(moment)
    # The spaces are the typesetter's.
    return f"{moment.hour}h{moment:%M}" if moment.minute else f"{moment.hour}h"


def _how(step: AgreedStep, setter: Typesetter) -> str:
    pgettext = setter.language.pgettext
    ways = {
        Channel.PHONE: pgettext("means", "by phone"),
        Channel.EMAIL: pgettext("means", "by e-mail"),
        Channel.MEETING: pgettext("means", "face to face"),
        Channel.VIDEO: pgettext("means", "by video"),
        Channel.LINKEDIN: pgettext("means", "on LinkedIn"),
        Channel.OTHER: pgettext("means", "as agreed"),
    }
    return ways[step.channel]
