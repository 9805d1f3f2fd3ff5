"""The keys of the preview, for the page that holds it."""

from collections.abc import Callable

from desktop.i18n import _
from desktop.ui.actions import Action
from desktop.ui.proposals.preview import Preview


def preview_actions(preview: Preview, scope: str, enabled: Callable[[], bool]) -> list[Action]:
    """Everything that can be done with the pages, on the page ``scope`` while ``enabled``."""

    def act(name: str, label: str, run: Callable[[], None], keys: tuple[str, ...], icon: str) -> Action:
        return Action(f"{scope}.{name}", label, run, keys, scope, icon, enabled, group="go")

    return [
        act("find_words", _("Look for words in the document"), preview.look_for_words, ("Ctrl+F",), "search"),
        act("larger", _("Larger pages"), lambda: preview.step_zoom(1), ("Ctrl++", "Ctrl+="), "plus"),
        act("smaller", _("Smaller pages"), lambda: preview.step_zoom(-1), ("Ctrl+-",), "minus"),
        act("fit_width", _("Pages as wide as the window"), preview.fit_width, ("Ctrl+0",), "file-text"),
        act("page_strip", _("Pages in small"), preview.toggle_strip, (), "panel-left"),
        act("next_page", _("Next page"), lambda: preview.go_to(preview.page + 1), ("Ctrl+PgDown",), "chevron-right"),
        act(
            "previous_page", _("Previous page"), lambda: preview.go_to(preview.page - 1), ("Ctrl+PgUp",), "chevron-left"
        ),
    ]
