"""A walk through all that a widget shows, reads aloud or leads to: what a customer could come across."""

import dataclasses
from collections.abc import Iterator
from contextlib import suppress

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


def everything_said(root: QWidget) -> str:
    """Whatever a widget tree shows, reads aloud, or holds under a name: texts, tips, models, properties."""
    said: list[object] = []
    for each in [root, *root.findChildren(QObject)]:
        said.append(each.objectName())
        for name in each.dynamicPropertyNames():
            with suppress(RuntimeError):  # Qt's own, which has no value in Python
                said.append(each.property(str(name.data(), "utf-8")))
        meta = each.metaObject()
        said += [each.property(meta.property(place).name()) for place in range(meta.propertyCount())]
        for reading in ("text", "toPlainText", "windowTitle", "toolTip", "whatsThis", "statusTip", "placeholderText"):
            if callable(getattr(each, reading, None)):
                said.append(getattr(each, reading)())
        if isinstance(each, QWidget):
            said += [each.accessibleName(), each.accessibleDescription(), *(act.text() for act in each.actions())]
        if callable(getattr(each, "model", None)):
            model = each.model()
            said += [model.index(row, 0).data() for row in range(model.rowCount())]
    return repr(said)


def everything_held(root: object) -> Iterator[object]:
    """Every value that can be reached through attributes, collections, children and parents."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        each = waiting.pop()
        if id(each) in seen or isinstance(each, (str, bytes, int, float, type)) or callable(each):
            continue
        seen.add(id(each))
        yield each
        if isinstance(each, dict):
            waiting += [*each.keys(), *each.values()]
        elif isinstance(each, (list, tuple, set, frozenset)):
            waiting += list(each)
        else:
            waiting += list(getattr(each, "__dict__", {}).values())
        if dataclasses.is_dataclass(each):
            waiting += [getattr(each, field.name) for field in dataclasses.fields(each)]
        if isinstance(each, QObject):
            waiting += [*each.children(), each.parent()]
