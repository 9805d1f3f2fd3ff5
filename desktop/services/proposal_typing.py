"""What a proposal says while it is being typed: letters that are not saved yet, shown in the pages at once."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from desktop.errors import UserError
from desktop.models.pricing import Line
from desktop.services.amounts import read_number, read_percent
from desktop.services.proposal_content import NeedBlock, OptionBlock, ProposalContent
from desktop.services.proposal_sheet import ProposalSheet

Part = TypeVar("Part", ProposalContent, NeedBlock, OptionBlock, Line)

_TEXTS = ("title", "objective", "cost_today", "recommendation", "next_step")
_LISTS = ("gains", "to_confirm")
_NEED_TEXTS = ("understanding", "impact", "answer", "benefit", "proof")
_OPTION_TEXTS = ("name", "for_whom", "lead_time", "reason")
_LINE_TEXTS = ("label", "detail", "unit")
_LINE_NUMBERS = {"quantity": read_number, "unit_price": read_number, "discount": read_percent}


def with_unsaved(view: ProposalSheet, unsaved: Mapping[str, str]) -> ProposalContent:
    """The content of ``view`` with texts that are not saved yet in their places.

    Each is named by its column (``title``), or ``need:``, ``option:`` or ``line:``, a key, ``:`` and the column. What
    cannot be read yet, such as half a number, leaves what is saved; so does what is no longer in the proposal. What
    page 1 takes from elsewhere (``page_one``) follows once it is saved.
    """
    content = view.content
    for name, text in unsaved.items():
        kind, _colon, rest = name.partition(":")
        key, _colon, column = rest.partition(":")
        if kind in _TEXTS:
            content = _changed(content, **{kind: text})
        elif kind in _LISTS:
            content = _changed(content, **{kind: _lines(text)})
        elif kind == "need":
            content = _with_need(view, content, key, column, text)
        elif kind == "option":
            content = _with_option(view, content, key, column, text)
        elif kind == "line":
            content = _with_line(view, content, key, column, text)
    return content


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _with_need(view: ProposalSheet, content: ProposalContent, key: str, column: str, text: str) -> ProposalContent:
    keys = [str(card.row.id) for card in view.needs if card.row.included]
    if key not in keys or column not in _NEED_TEXTS:
        return content
    needs, place = list(content.needs), keys.index(key)
    needs[place] = _changed(needs[place], **{column: text})
    return replace(content, needs=tuple(needs))


def _with_option(view: ProposalSheet, content: ProposalContent, key: str, column: str, text: str) -> ProposalContent:
    keys = [str(card.option.id) for card in view.options]
    if key not in keys or column not in (*_OPTION_TEXTS, "included"):
        return content
    words = _lines(text) if column == "included" else text
    return _with_option_fields(content, keys.index(key), **{column: words})


def _with_line(view: ProposalSheet, content: ProposalContent, key: str, column: str, text: str) -> ProposalContent:
    for place, card in enumerate(view.options):
        keys = [str(line.id) for line in card.lines]
        # A pre-proposal prints no line.
        if key in keys and len(content.options[place].lines) == len(keys):
            lines, line, value = list(content.options[place].lines), keys.index(key), _read(column, text)
            if value is not None:
                lines[line] = _changed(lines[line], **{column: value})
            return _with_option_fields(content, place, lines=tuple(lines))
    return content


def _read(column: str, text: str) -> str | Decimal | None:
    if column in _LINE_TEXTS:
        return text
    try:
        return _LINE_NUMBERS[column](text) if column in _LINE_NUMBERS else None
    except UserError:
        return None


def _with_option_fields(content: ProposalContent, place: int, **fields: Any) -> ProposalContent:
    options = list(content.options)
    options[place] = _changed(options[place], **fields)
    return replace(content, options=tuple(options))


def _changed(part: Part, **fields: Any) -> Part:
    return replace(part, **fields)
