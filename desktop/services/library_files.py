"""What the library holds as files for a colleague: read again letter for letter, or refused with line and reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import tomli_w
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import LANGUAGES, _
from desktop.models.library import ItemKind
from desktop.services import (
    cadence_files,
    library,
    message_files,
    messages,
    objection_templates,
    reformulation_templates,
    templates,
    toml_source,
)
from desktop.services.library import Content, Shelfmark
from desktop.services.library_checks import mistakes
from desktop.services.library_drafts import save_draft
from desktop.services.library_shipped import cards_content, messages_content, sentences_content
from desktop.services.toml_source import TomlSource

_SIGNS = {
    "sections": ItemKind.SCRIPT,
    "criteria": ItemKind.GRID,
    "cards": ItemKind.OBJECTIONS,
    "sentences": ItemKind.REFORMULATIONS,
    "steps": ItemKind.CADENCE,
    "messages": ItemKind.MESSAGES,
}
"""The table that tells what a file is."""

_NOT_WRITTEN = {ItemKind.OBJECTIONS: ("key", "name")}
"""What the file of a kind has no word for: there is one set in each language."""


@dataclass(frozen=True)
class ReadFile:
    """What a file holds, whole and accepted."""

    mark: Shelfmark
    content: Content


def export_text(session: Session, mark: Shelfmark) -> str:
    """An item as TOML: its draft when there is one, otherwise the version in use.

    ``UserError`` with what is missing, when the file could not be read again.
    """
    content = library.piece(session, mark).content
    grids = {each.key: each for each in library.grids(session, mark.language)}
    for mistake in mistakes(mark.kind, content, grids):
        raise UserError(mistake.sentence)
    plain = _for_toml(content)
    for key in _NOT_WRITTEN.get(mark.kind, ()):
        plain.pop(key)
    return tomli_w.dumps(plain)


def file_name(mark: Shelfmark, version: int) -> str:
    """``grid-five-criteria-fr-v3.toml``."""
    return f"{mark.kind}-{mark.key}-{mark.language}-v{version}.toml"


def read_file(session: Session, path: Path, language: str) -> ReadFile:
    """What is written in a file; ``language`` when it does not say its own. ``UserError`` with line and reason."""
    source = toml_source.read(path)
    spoken = source.data.get("language", language)
    if spoken not in LANGUAGES:
        message = _("the value of “{key}” is not accepted: {expected}.")
        expected = _("expected one of {choices}").format(choices=", ".join(LANGUAGES))
        raise source.located(("language",), message.format(key="language", expected=expected))
    kind = next((kind for sign, kind in _SIGNS.items() if sign in source.data), None)
    if kind is None:
        raise source.located((), _("this is not a script, a grid, a cadence, messages, objections or reformulations."))
    content = _content(session, path, source, kind, spoken)
    return ReadFile(Shelfmark(kind, content["key"], spoken), content)


def take_in(session: Session, found: ReadFile, *, now: datetime) -> Shelfmark:
    """The content of a file as a draft: of a new item, or as the next version of the one of the same key.

    ``UserError`` when a draft of that item is being written: nothing is overwritten.
    """
    draft = library.draft_of(session, found.mark)
    if draft is not None:
        message = _("A draft of “{name}” is being written: publish it or give it up, then import again.")
        raise UserError(message.format(name=draft.name))
    save_draft(session, found.mark, found.content, now=now)
    return found.mark


def _content(session: Session, path: Path, source: TomlSource, kind: ItemKind, language: str) -> Content:
    if kind is ItemKind.OBJECTIONS:
        return cards_content(objection_templates.read_cards(path))
    if kind is ItemKind.REFORMULATIONS:
        sentences = reformulation_templates.read_reformulations(path)
        return sentences_content(sentences, language, source)
    if kind is ItemKind.MESSAGES:
        return messages_content(message_files.messages_of(source, language))
    if kind is ItemKind.CADENCE:
        known = {each.key for each in messages.templates(session, language)}
        return cadence_files.cadence_of(source, language, known).as_dict()
    if kind is ItemKind.GRID:
        return templates.grid_of(source, language).as_dict()
    grids = {each.key: each for each in library.grids(session, language)}
    return templates.script_of(source, language, grids).as_dict()


def _for_toml(part: Any) -> Any:
    """The same without what is not set: TOML has no word for nothing."""
    if isinstance(part, Mapping):
        return {key: _for_toml(value) for key, value in part.items() if value is not None}
    if isinstance(part, list | tuple):
        return [_for_toml(value) for value in part]
    return str(part) if isinstance(part, str) else part


def write(path: Path, text: str) -> None:
    """Put an exported text on the disk; ``UserError`` with what the system says."""
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        message = _("{file} cannot be written: {reason}").format(file=path.name, reason=error.strerror)
        raise UserError(message) from error
