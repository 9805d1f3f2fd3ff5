"""The same hurried rep at the keyboard of the real window, in a process that may die at any moment."""

import os
import random
import uuid
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop import database
from desktop.clock import FixedClock
from desktop.ui import theme
from desktop.ui.actions import ActionRegistry
from desktop.ui.calls.page import CallPage
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.main_window import MainWindow
from desktop.ui.play.keys import Hands
from desktop.ui.workspace import Workspace
from tests.faults.played_call import KEY, START, Act


def type_until_killed(path: Path, call_id: uuid.UUID, seed: int, pipe: Connection) -> None:
    """The child: never returns."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication([])
    theme.apply(app, theme.load("light"))
    clock = FixedClock(START)
    page = CallPage(Workspace(database.Store(database.connect(path, KEY)), clock))
    window = MainWindow([page], [], ActionRegistry())
    window.show_page(page.key)
    window.show()
    page.resume(call_id)
    window.activateWindow()
    page.live.line.setFocus()
    hands, chance = Hands(window), random.Random(seed)
    hands.settle()
    assert page.call is not None
    while True:
        act, keys, text = _decide(page.call, chance)
        pipe.send(("about to", act))
        if text:
            hands.type_text(text)
        hands.press(keys)
        assert _is_shown(page, act), act
        pipe.send(("acknowledged", act))
        clock.advance(1)


def _decide(call: RunningCall, chance: random.Random) -> tuple[Act, str, str]:
    """What to do next, the key that does it, and what is typed before."""
    here, questions = call.question.key, [question.key for question in call.script.questions]
    place = questions.index(here)
    match chance.randrange(8):
        case 0 | 1 | 2:
            level, before = chance.randrange(4), call.sheet.row(call.at_hand).answer
            return ("score", call.at_hand, "" if level == before else level), f"Ctrl+{level}", ""
        case 3 | 4:
            kind, sign = chance.choice([("verbatim", ""), ("verbatim", ""), ("note", "- "), ("objection", "! ")])
            words = f"rupture à l’été {chance.randrange(10**6)}"
            return ("line", kind, words), "Return", sign + words
        case 5 if (last := call.last_verbatim()) is not None:
            return ("citable", call.entries.index(last), not last.citable), "Ctrl+B", ""
        case 6 if place:
            return ("go", questions[place - 1]), "Ctrl+Up", ""
        case _:
            return ("next", here, questions[min(place + 1, len(questions) - 1)]), "Ctrl+Return", ""


def _is_shown(page: CallPage, act: Act) -> bool:
    """Whether the screen says that it is done: only then does a rep believe it."""
    call = page.call
    assert call is not None
    if page.live.banner.isVisible():
        return False
    match act:
        case ("score", criterion, answer):
            return call.sheet.row(criterion).answer == answer
        case ("line", _kind, words):
            return call.entries[-1].text == words and page.live.line.toPlainText() == ""
        case ("citable", place, citable):
            return call.entries[place].citable is citable
        case ("go", question) | ("next", _, question):
            return page.live.question.text.text() == call.script.question(question).text
    return False
