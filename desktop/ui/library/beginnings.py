"""What a rep may begin from nothing, in words: on the button, and in the list of what can be undone."""

from desktop.i18n import _, current
from desktop.models.library import ItemKind


def button_words(kind: ItemKind, language: str) -> str:
    """``Nouvelle trame``; ``Nouvelle trame (EN)`` when it is not in the language of the screen."""
    words = {
        ItemKind.SCRIPT: _("New script"),
        ItemKind.GRID: _("New grid"),
        ItemKind.OBJECTIONS: _("New objection"),
        ItemKind.REFORMULATIONS: _("New reformulation"),
    }[kind]
    return words if language == current().code else f"{words} ({language.upper()})"


def act_words(kind: ItemKind) -> str:
    """``nouvelle trame``."""
    return {
        ItemKind.SCRIPT: _("new script"),
        ItemKind.GRID: _("new grid"),
        ItemKind.OBJECTIONS: _("new objection"),
        ItemKind.REFORMULATIONS: _("new reformulation"),
    }[kind]
