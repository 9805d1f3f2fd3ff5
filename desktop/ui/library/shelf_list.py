"""The items of one kind, on two lines each: what it is called, and where it stands."""

from desktop.i18n import _
from desktop.services.library import Shelfmark, ShelfRow
from desktop.ui.widgets.shelf_view import ShelfItem, ShelfView


def about(row: ShelfRow) -> str:
    """``FR · v2 · à vous``."""
    parts = [row.mark.language.upper()]
    if row.version:
        parts.append(f"v{row.version}")
        parts.append(_("yours") if row.own else _("shipped"))
    if row.archived:
        parts.append(_("archived"))
    return " · ".join(parts)


def draft_words(row: ShelfRow) -> str:
    """``Brouillon v3``, or nothing."""
    return _("Draft v{version}").format(version=row.draft) if row.draft else ""


def _name(row: ShelfRow) -> str:
    return row.name.strip() or _("untitled")


class ShelfList(ShelfView):
    """``chosen`` carries the ``Shelfmark`` of the item at hand; ``opened``: Enter, go into it."""

    def __init__(self) -> None:
        super().__init__(_("Library"))

    def show_items(self, items: list[ShelfRow], mark: Shelfmark | None) -> None:
        """Show the items of a kind, ``mark`` at hand."""
        self.show_rows(
            [ShelfItem(row.mark, _name(row), about(row), draft_words(row), row.archived) for row in items], mark
        )
