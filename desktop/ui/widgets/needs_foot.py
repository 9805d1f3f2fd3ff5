"""What the keys of the needs overlay do, as buttons: one row for the needs, one for the words that state none."""

from collections.abc import Callable

from desktop.i18n import _
from desktop.services.needs import StatedNeed
from desktop.ui.widgets.need_rows import QuoteList
from desktop.ui.widgets.overlay_foot import FootAct, OverlayFoot

NEEDS, WORDS = "needs", "words"
"""The rows of the foot."""


def needs_foot(
    ranked: QuoteList,
    loose: QuoteList,
    current: Callable[[], StatedNeed | None],
    do: Callable[[str], None],
    do_loose: Callable[[str], None],
) -> OverlayFoot:
    """``do`` and ``do_loose`` take the names that ``QuoteList.pressed`` gives to keys, for the row at hand of each."""

    def chosen() -> bool:
        return current() is not None

    def sortable() -> bool:
        return loose.current_key() is not None

    def below_another() -> bool:
        return ranked.currentRow() > 0

    def above_another() -> bool:
        return 0 <= ranked.currentRow() < ranked.count() - 1

    def told() -> str:
        stated = current()
        return _("Not confirmed") if stated and stated.need.confirmed else _("Confirmed")

    def act(words: str, keys: str, name: str, able: Callable[[], bool] = chosen) -> FootAct:
        return FootAct(lambda: words, keys, lambda: do(name), able)

    def sort(words: str, keys: str, name: str, able: Callable[[], bool]) -> FootAct:
        return FootAct(lambda: words, keys, lambda: do_loose(name), able)

    needs = [
        act(_("Edit"), "Return", "open"),
        act(_("Move up"), "Alt+Up", "up", below_another),
        act(_("Move down"), "Alt+Down", "down", above_another),
        FootAct(told, "Space", lambda: do("confirm"), chosen),
        act(_("Put with the one above"), "M", "merge", below_another),
        act(_("Take out"), "Del", "remove"),
    ]
    words = [
        sort(_("Make a need of these words"), "Return", "open", sortable),
        sort(_("Add to the need chosen"), "Shift+Return", "attach", lambda: sortable() and chosen()),
    ]
    return OverlayFoot({NEEDS: needs, WORDS: words})
