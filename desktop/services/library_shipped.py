"""What the program brings to the library, of each kind, in the plain form that the library keeps and edits."""

from copy import deepcopy
from functools import cache
from typing import Any

from desktop.i18n import Language
from desktop.models.library import ItemKind
from desktop.models.message_templates import MessageSet
from desktop.models.objections import CardSet
from desktop.models.reformulations import SpokenTemplate
from desktop.paths import resources
from desktop.services import (
    cadence_files,
    message_files,
    objection_templates,
    reformulation_templates,
    templates,
    toml_source,
)
from desktop.services.toml_source import TomlSource

Content = dict[str, Any]
"""The plain form of an item: ``Script.as_dict``, ``Grid.as_dict``, ``Cadence.as_dict``, or a set of rows."""

SENTENCES_KEY = "usual"
"""The key of the one set of reformulations of a language."""
MESSAGES_KEY = "messages"
"""The key of the one set of messages of a language."""
SETS = {
    ItemKind.OBJECTIONS: objection_templates.LIBRARY_KEY,
    ItemKind.REFORMULATIONS: SENTENCES_KEY,
    ItemKind.MESSAGES: MESSAGES_KEY,
}
"""The kinds of which a language has one item, under this key."""


def shipped(kind: ItemKind, language: str) -> dict[str, Content]:
    """Every item of a kind, by key, the default first: fresh copies, to be changed at will."""
    return deepcopy(brought(kind, language))


@cache
def brought(kind: ItemKind, language: str) -> dict[str, Content]:
    """``shipped``, for whoever only looks."""
    match kind:
        case ItemKind.SCRIPT:
            return {each.key: each.as_dict() for each in templates.scripts(language)}
        case ItemKind.GRID:
            return {each.key: each.as_dict() for each in templates.grids(language)}
        case ItemKind.OBJECTIONS:
            return {SETS[kind]: cards_content(objection_templates.shipped(language))}
        case ItemKind.REFORMULATIONS:
            source = toml_source.read(resources() / "templates" / language / "reformulations.toml")
            return {SETS[kind]: sentences_content(reformulation_templates.shipped(language), language, source)}
        case ItemKind.CADENCE:
            return {key: each.as_dict() for key, each in cadence_files.shipped(language).items()}
        case ItemKind.MESSAGES:
            return {SETS[kind]: messages_content(message_files.shipped(language))}


def cards_content(cards: CardSet) -> Content:
    """A set of objection cards as the library keeps it."""
    name = Language(cards.language).gettext("Objections")
    plain = [
        {**each, "phrasings": list(each["phrasings"]), "proof_words": list(each["proof_words"])}
        for each in cards.as_dict()["cards"]
    ]
    key = SETS[ItemKind.OBJECTIONS]
    return {"key": key, "name": name, "language": cards.language, "version": cards.version, "cards": plain}


def sentences_content(sentences: tuple[SpokenTemplate, ...], language: str, source: TomlSource) -> Content:
    """A set of reformulations as the library keeps it; ``source`` is where they were read, and says their version."""
    name, version = source.data["name"], source.data["version"]
    plain = [{"key": each.key, "text": each.text, "kind": each.kind.value if each.kind else None} for each in sentences]
    key = SETS[ItemKind.REFORMULATIONS]
    return {"key": key, "name": name, "language": language, "version": version, "sentences": plain}


def messages_content(messages: MessageSet) -> Content:
    """A set of messages as the library keeps it."""
    name = Language(messages.language).gettext("Messages")
    return {"key": MESSAGES_KEY, "name": name, **messages.as_dict()}
