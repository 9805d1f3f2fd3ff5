"""From the name of a place, as a check or a page gives it, to the field of the composer where it is written."""

import uuid

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.proposals.block_words import written_in
from desktop.ui.proposals.blocks_card import BlocksCard
from desktop.ui.proposals.document_card import DocumentCard
from desktop.ui.proposals.needs_card import NeedsCard
from desktop.ui.proposals.options_card import OptionsCard

ELSEWHERE = ("client", "company", "appointment")
"""Places that are not on this screen: the prospect, the settings, the next follow-up."""
_NEED_FIELDS = {"need": "answer"} | {name: name for name in ("understanding", "impact", "answer", "benefit", "proof")}


def field_of(
    where: str, needs: NeedsCard, options: OptionsCard, blocks: BlocksCard, document: DocumentCard, cards: QWidget
) -> QWidget | None:
    """What to give the focus to, brought to light when it was folded away; ``None`` when nothing here is of that name.

    A card of its own (the plan, the return) says what it holds by ``block_words.set_place``.
    """
    kind, _colon, key = where.partition(":")
    if kind in _NEED_FIELDS:
        row = needs.row(uuid.UUID(key))
        return row.field(_NEED_FIELDS[kind]) if row is not None else None
    if kind == "option":
        return _option_field(uuid.UUID(key), options)
    if kind == "block":
        return blocks.editor(int(key))
    if kind == "options":
        return options.add
    if kind == "contract":
        return options.reason
    fields: dict[str, QWidget] = {
        "title": document.title_edit,
        "lead": document.lead,
        "objective": document.objective,
        "cost": document.cost_today,
        "recommendation": document.recommendation,
        "gain": document.gains,
        "to_confirm": document.to_confirm,
        "next_step": document.next_step,
        "validity": document.valid_until,
        "start": document.start_on,
        "sign": document.sign_before,
    }
    return fields.get(kind) or _first_field(written_in(cards, kind))


def _option_field(key: uuid.UUID, options: OptionsCard) -> QWidget | None:
    if key not in options.tiles:
        return None
    options.open(key)
    editor = options.editor
    if editor is None:
        return None
    return editor.lines[0].price if editor.lines else editor.add


def _first_field(card: QWidget | None) -> QWidget | None:
    """The first thing in a card that takes the focus."""
    if card is None:
        return None
    return next((each for each in card.findChildren(QWidget) if _takes_focus(each)), card)


def _takes_focus(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isEnabled() and not widget.isHidden()
