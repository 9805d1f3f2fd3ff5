"""Every page in French and English, light and dark, with the example data: PNG files, to be looked at.

    python tools/screenshots.py build/screenshots [fr|en] [light|dark] [touch]

With ``touch``, the same pages under a finger, at two sizes, in a folder of their own.

Driven by the machinery that plays conversations: the pictures are those of the real window under real keys.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.clock import FixedClock
from desktop.i18n import LANGUAGES
from desktop.paths import Paths, resources
from desktop.services import conversations, example_book, prospect_rows, prospects
from desktop.services.conversation_forms import Conversation
from desktop.settings import Preferences
from desktop.ui.application import Application
from desktop.ui.play import runner, stage
from desktop.ui.play.keys import Hands
from desktop.ui.play.stage import Stage

THEMES = ("light", "dark")
SMALL = (1024, 640)
TABLET = (1280, 800)
CONVERSATIONS = {"fr": "claire.toml", "en": "claire-en.toml"}
PAGES = {
    "Alt+1": "today",
    "Alt+2": "prospects",
    "Alt+3": "matrix",
    "Alt+4": "follow-ups",
    "Alt+5": "proposals",
    "Alt+7": "settings",
    "Alt+8": "library",
    "Alt+9": "catalogue",
}
FIRST_RUN = ("language", "company", "passphrase", "examples")


def main(arguments: Sequence[str]) -> int:
    """Take them all, or those of one language or one theme."""
    if not arguments:
        sys.stderr.write("Usage: screenshots.py FOLDER [fr|en] [light|dark] [touch]\n")
        return 2
    folder, chosen = Path(arguments[0]), set(arguments[1:])
    for language in [each for each in LANGUAGES if not chosen & set(LANGUAGES) or each in chosen]:
        for theme in [each for each in THEMES if not chosen & set(THEMES) or each in chosen]:
            conversation = conversations.read(resources() / "demo" / CONVERSATIONS[language])
            if "touch" in chosen:
                album = Album(folder / f"{language}-{theme}-touch")
                take_touch(album, conversation, theme)
            else:
                album = Album(folder / f"{language}-{theme}")
                take_first_run(album, conversation, theme)
                take_pages(album, conversation, theme)
            print(f"{len(album.taken)} pictures in {album.folder}")
    return 0


class Album:
    """A folder of pictures, one name each."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.taken: list[str] = []

    def take(self, window: QWidget, name: str) -> None:
        """A picture of ``window``."""
        if not window.grab().save(str(self.folder / f"{name}.png")):
            raise OSError(f"{self.folder / name} cannot be written")
        self.taken.append(name)


def take_first_run(album: Album, conversation: Conversation, theme: str) -> None:
    """The questions of a first start, each answered by Enter."""
    app = QApplication.instance() or QApplication(["boussole"])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as data, stage.without_platform_noise():
        paths = Paths(Path(data))
        paths.create()
        Preferences(paths.settings).change(theme=theme)
        setting = conversation.conversation
        application = Application(app, paths, FixedClock(setting.starts_at), setting.language)
        application.start()
        for place, name in enumerate(FIRST_RUN):
            assert application.calm is not None
            application.calm.resize(*stage.SIZE)
            hands = Hands(application.calm)
            hands.settle()
            album.take(application.calm, f"first-run-{place + 1}-{name}")
            if place + 1 < len(FIRST_RUN):
                _go_on(application, hands)
        application.calm.close()
        application.stop()


def _go_on(application: Application, hands: Hands) -> None:
    """Enter in the sheet, past what may be skipped."""
    assert application.calm is not None
    before = application.calm.sheet
    assert before is not None
    later = getattr(before, "later_button", None) or getattr(before, "skip_button", None)
    if later is not None:
        hands.toggle(later)
    else:
        hands.press("Return")
    hands.until(lambda: application.calm is not None and application.calm.sheet is not before, "the next step")


def take_pages(album: Album, conversation: Conversation, theme: str) -> None:
    """A whole call down to the exported proposal, among the examples, then every page."""
    setting = conversation.conversation
    clock = FixedClock(setting.starts_at)
    with stage.opened(clock, setting.language, theme=theme) as opened:
        opened.workspace.do(example_book.load, now=clock.now(), language=setting.language)
        runner.set_the_stage(opened, conversation)
        _take_both_sizes(album, opened, "today")
        _take_out(opened, conversation.prospect.company)

        def picture(name: str) -> None:
            if name == "call":
                _take_both_sizes(album, opened, name)
                opened.hands.press("F1")
                album.take(opened.shell.window, "key-sheet")
                opened.hands.press("Esc")
            else:
                # The program is closed and started again on the way: the window is not the same to the end.
                album.take(QApplication.activeModalWidget() or opened.shell.window, name)

        runner.perform(opened, conversation, picture)
        # The proposal is still open: its list is one key away.
        opened.hands.press("Alt+Left")
        for keys, name in PAGES.items():
            opened.hands.press(keys)
            opened.hands.settle()
            album.take(opened.shell.window, name if name != "today" else "today-after")
        _take_palette(album, opened)


def take_touch(album: Album, conversation: Conversation, theme: str) -> None:
    """The same call and the same pages in touch mode: only the keys are those of the play."""
    setting = conversation.conversation
    clock = FixedClock(setting.starts_at)
    with stage.opened(clock, setting.language, theme=theme) as opened:
        opened.workspace.do(example_book.load, now=clock.now(), language=setting.language)
        runner.set_the_stage(opened, conversation)
        _take_out(opened, conversation.prospect.company)
        # Switched back and forth at each picture: the play then also shows that nothing of a finger is left behind.
        runner.perform(opened, conversation, lambda name: _take_by_finger(album, opened, name))
        opened.hands.press("Alt+Left")
        for keys, name in PAGES.items():
            opened.hands.press(keys)
            _take_by_finger(album, opened, name)


def _take_by_finger(album: Album, opened: Stage, name: str) -> None:
    window = opened.shell.window
    opened.look.choose_touch("on")
    for size in (TABLET, SMALL):
        _resize(opened, size)
        album.take(window, f"{name}-{size[0]}")
    opened.look.choose_touch("off")
    _resize(opened, stage.SIZE)


def _resize(opened: Stage, size: tuple[int, int]) -> None:
    opened.shell.window.resize(*size)
    # A page that folds for the room it is given lays itself out again, and what it holds after it.
    for _time in range(3):
        opened.hands.settle()


def _take_out(opened: Stage, company: str) -> None:
    """The example that the conversation is about to meet anew: two of the same name would look like a mistake."""
    for row in opened.workspace.ask(prospect_rows.prospect_rows):
        if row.name == company:
            opened.workspace.do(prospects.remove_prospect, row.id, at=opened.clock.now())


def _take_both_sizes(album: Album, opened: Stage, name: str) -> None:
    window = opened.shell.window
    opened.hands.settle()
    album.take(window, name)
    _resize(opened, SMALL)
    album.take(window, f"{name}-{SMALL[0]}")
    _resize(opened, stage.SIZE)


def _take_palette(album: Album, opened: Stage) -> None:
    opened.hands.press("Alt+1")
    opened.hands.press("Ctrl+K")
    opened.hands.until(opened.shell.window.command_palette.isVisible, "the palette")
    field = next(opened.hands.found(QLineEdit, opened.shell.window.command_palette))
    opened.hands.focus(field)
    opened.hands.type_text("pro")
    album.take(opened.shell.window, "palette")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
