"""The words that change with the kind of an item: what may be begun, and what publishing or archiving one means."""

from desktop.i18n import _, current
from desktop.models.library import ItemKind


def button_words(kind: ItemKind, language: str) -> str:
    """``Nouvelle trame``; ``Nouvelle trame (EN)`` when it is not in the language of the screen."""
    words = {
        ItemKind.SCRIPT: _("New script"),
        ItemKind.GRID: _("New grid"),
        ItemKind.OBJECTIONS: _("New objection"),
        ItemKind.REFORMULATIONS: _("New reformulation"),
        ItemKind.CADENCE: _("New cadence"),
        ItemKind.MESSAGES: _("New message"),
    }[kind]
    return words if language == current().code else f"{words} ({language.upper()})"


def act_words(kind: ItemKind) -> str:
    """``nouvelle trame``."""
    return {
        ItemKind.SCRIPT: _("new script"),
        ItemKind.GRID: _("new grid"),
        ItemKind.OBJECTIONS: _("new objection"),
        ItemKind.REFORMULATIONS: _("new reformulation"),
        ItemKind.CADENCE: _("new cadence"),
        ItemKind.MESSAGES: _("new message"),
    }[kind]


def published_words(kind: ItemKind, version: int) -> str:
    """What publishing did, and what it leaves alone."""
    words = _("v{version} is published. Calls held before keep theirs.")
    if kind is ItemKind.CADENCE:
        words = _("v{version} is published. Cadences under way keep theirs.")
    elif kind is ItemKind.MESSAGES:
        words = _("v{version} is published.")
    return words.format(version=version)


def until_published(kind: ItemKind, version: int) -> str:
    """What goes on while a draft is being written; ``version`` is the one in use, 0 when there is none."""
    if not version and kind is ItemKind.CADENCE:
        return _("Not offered until you publish it.")
    if not version:
        return _("Not offered before a call until you publish it.")
    words = _("v{version} stays in use until you publish. Past calls keep theirs.")
    if kind is ItemKind.CADENCE:
        words = _("v{version} stays in use until you publish. Cadences under way keep theirs.")
    elif kind is ItemKind.MESSAGES:
        words = _("v{version} stays in use until you publish.")
    return words.format(version=version)


def archived_words(kind: ItemKind) -> str:
    """What it means that an item is archived."""
    if kind is ItemKind.CADENCE:
        return _("No longer offered. Cadences under way keep it.")
    return _("No longer offered before a call. Past calls keep it.")
