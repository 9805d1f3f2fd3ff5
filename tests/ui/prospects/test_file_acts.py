"""The acts of a file: named, told, and undone row by row; what is refused leaves nothing behind."""

import uuid

import pytest

from desktop.errors import UserError
from desktop.models.exchanges import Exchange, ExchangeKind
from desktop.models.matrix import Heat
from desktop.services.prospects import load_prospect, prospect_file
from desktop.ui.prospects.detail import Detail
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.workspace import Workspace


def test_each_act_has_a_name_and_is_told(
    page: ProspectsPage, detail: Detail, workspace: Workspace, key: uuid.UUID, qtbot
) -> None:
    said: list[str] = []
    page.toasted.connect(lambda text, _undo: said.append(text))
    file = workspace.ask(prospect_file, key)
    detail.acts.choose_heat(file, "hot")
    detail.acts.write(key, ExchangeKind.NOTE, "bring the tablet", None, None)
    exchange = workspace.ask(lambda session: session.query(Exchange).one())
    detail.acts.rewrite(exchange.id, ExchangeKind.MEETING, "brought the tablet", None, None)
    detail.acts.remove_exchange(exchange.id, ExchangeKind.MEETING)
    detail.acts.remove(file)
    names = [page.stack.text(place) for place in range(page.stack.count())]
    assert (
        names
        == said
        == [
            "Heat: Hot",
            "Written down: note",
            "Changed: meeting",
            "Removed: meeting",
            "Prospect removed: Kerbrat Nautisme",
        ]
    )
    for _each in names:
        page.stack.undo()
    assert workspace.ask(load_prospect, key).heat is None
    assert workspace.ask(lambda session: session.query(Exchange).count()) == 0
    for _each in names[:2]:
        page.stack.redo()
    assert workspace.ask(load_prospect, key).heat is Heat.HOT
    assert workspace.ask(lambda session: session.query(Exchange).one()).id == exchange.id


def test_what_is_refused_is_not_kept(page: ProspectsPage, detail: Detail, key: uuid.UUID) -> None:
    with pytest.raises(UserError):
        detail.acts.write(key, ExchangeKind.NOTE, "  ", None, None)
    assert not page.stack.canUndo()
