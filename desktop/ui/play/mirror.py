"""Does on the page turned towards the prospect what the prospect would: by keys, and a pen for the signature."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from desktop.models.needs import Reply, SharedPage
from desktop.services import shared_page
from desktop.services.conversation_steps import MirrorForm
from desktop.ui.mirror.need_tile import NeedTile
from desktop.ui.mirror.window import MirrorWindow
from desktop.ui.play.held import HeldCall
from desktop.ui.play.keys import PlayError

SIGNATURE = (
    ((90, 190), (120, 120), (170, 80), (190, 120), (150, 200), (120, 230), (180, 210), (240, 160), (260, 190)),
    ((270, 190), (330, 130), (360, 150), (340, 210), (420, 170), (470, 140), (500, 190), (620, 160)),
    ((200, 250), (420, 236), (660, 228)),
)
"""Strokes of a pen, in thousandths of the width of the pad: the same for everybody."""


class MirrorPilot:
    """F9, what they do, and Esc when the screen is handed back."""

    def __init__(self, held: HeldCall, picture: Callable[[str], None]) -> None:
        self._held = held
        self._hands = held.hands
        self._picture = picture

    def play(self, form: MirrorForm) -> None:
        """Play a whole page, and look on the disk for what was kept of it."""
        self._hands.press("F9")
        window = self._window()
        if window is None:
            raise PlayError(f"the page does not open: {self._held.live.banner.text}")
        self._decide(window, form)
        for place, words in enumerate(form.order):
            self._bring_to(window, place, words)
        if form.sign:
            signing = window.page.signing
            self._hands.fill(signing.name, form.sign)
            self._hands.draw(signing.pad, SIGNATURE)
        window.page.area.verticalScrollBar().setValue(0)
        self._picture("mirror")
        self._hands.toggle(window.page.signing.agree)
        if window.thanks is None:
            raise PlayError(f"the page is not agreed to: {window.page.signing.hint.text()}")
        self._hands.press("Esc")
        self._hands.until(lambda: self._window() is None, "the call, after the page")
        self._check(form)

    def _window(self) -> MirrorWindow | None:
        windows = (each for each in QApplication.topLevelWidgets() if isinstance(each, MirrorWindow))
        return next((each for each in windows if each.isVisible()), None)

    def _decide(self, window: MirrorWindow, form: MirrorForm) -> None:
        for words in form.tick:
            self._choose(self._tile(window, words), Reply.CONFIRMED)
        for words in form.strike:
            self._choose(self._tile(window, words), Reply.REFUSED)
        for words, correction in form.correct.items():
            tile = self._tile(window, words)
            self._choose(tile, Reply.CORRECTED)
            self._hands.fill(tile.correction, correction)

    def _choose(self, tile: NeedTile, reply: Reply) -> None:
        """What they had agreed to before is ticked already; the same choice again would take it back."""
        if tile.reply is reply:
            return
        buttons = {Reply.CONFIRMED: tile.yes, Reply.CORRECTED: tile.put_right, Reply.REFUSED: tile.no}
        self._hands.toggle(buttons[reply])

    def _bring_to(self, window: MirrorWindow, place: int, words: str) -> None:
        tile, tiles = self._tile(window, words), window.page.needs.tiles
        self._hands.focus(tile.yes)
        for _step in range(tiles.index(tile) - place):
            self._hands.press("Alt+Up")
        if tiles.index(tile) != place:
            raise PlayError(f"the point “{words}” does not move up")

    def _tile(self, window: MirrorWindow, words: str) -> NeedTile:
        for tile in window.page.needs.tiles:
            if words in tile.need.texts:
                return tile
        raise PlayError(f"the page has no point “{words}”")

    def _check(self, form: MirrorForm) -> None:
        workspace, call = self._held.stage.workspace, self._held.call
        page = workspace.ask(shared_page.latest, call.prospect_id, call.id)
        if page is None or (form.sign and (page.signed_name, bool(page.signature)) != (form.sign, True)):
            raise PlayError("what was done on the page is not kept")
        told = [*((words, Reply.CONFIRMED) for words in form.tick), *((words, Reply.REFUSED) for words in form.strike)]
        told += [(words, Reply.CORRECTED) for words in form.correct]
        for words, reply in told:
            if _reply_to(page, words) != reply:
                raise PlayError(f"“{words}” is not {reply.value} on the page that was kept")


def _reply_to(page: SharedPage, words: str) -> str | None:
    point = next((each for each in page.content["points"] if words in each["texts"]), None)
    return point["reply"] if point else None
