"""The same hurried rep at the keyboard of the real window, in a process that may die at any moment."""

import os
import random
import uuid
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop import database
from desktop.clock import FixedClock
from desktop.models.calls import Entry
from desktop.services.opinions import SpeakerOpinion
from desktop.ui import theme
from desktop.ui.actions import ActionRegistry
from desktop.ui.calls.page import CallPage
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.main_window import MainWindow
from desktop.ui.mirror.window import MirrorWindow
from desktop.ui.play.keys import Hands
from desktop.ui.workspace import Workspace
from tests.faults.known_call import Act
from tests.faults.played_call import KEY, START


def type_until_killed(path: Path, call_id: uuid.UUID, seed: int, pipe: Connection) -> None:
    """The child: never returns."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication([])
    theme.apply(app, theme.load("light"))
    clock = FixedClock(START)
    page = CallPage(Workspace(database.Store(database.connect(path, KEY)), clock), path.parent, MirrorWindow)
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
    match chance.randrange(12):
        case 0 | 1 | 2:
            level, who = chance.randrange(4), call.speaking.speakers.speaking
            assert who is not None
            before = next((each.level for each in _opinions(call) if each.contact_id == who.contact_id), None)
            return ("score", call.at_hand, "" if level == before else level, who.name), f"Ctrl+{level}", ""
        case 3 | 4:
            kinds = [("verbatim", ""), ("verbatim", ""), ("note", "- "), ("objection", "! "), ("question", "? ")]
            kind, sign = chance.choice(kinds)
            words = f"rupture à l’été {chance.randrange(10**6)}"
            return ("line", kind, words), "Return", sign + words
        case 5 if (last := call.last_verbatim()) is not None:
            return ("citable", _place(call, last), not last.citable), "Ctrl+B", ""
        case 6 if place:
            return ("go", questions[place - 1]), "Ctrl+Up", ""
        case 7:
            return ("speak", ""), "F3", ""
        case 8:
            words = f"le budget {chance.randrange(10**6)}"
            return ("step", words), "Return", f"@27/11/2027 {words}"
        case 9 if call.entries:
            tag = f"t{chance.randrange(10**6)}"
            last = call.entries[-1]
            return ("tags", _place(call, last), [*last.tags, tag]), "Return", f"# {tag}"
        case 10 if (last := call.last_verbatim()) is not None:
            return _about_their_words(call, last, chance)
        case _:
            # Where it leads is the compass's business; that it is on the disk is ours.
            return ("next", here, call.route._after(call.question).key), "Ctrl+Return", ""


def _about_their_words(call: RunningCall, last: Entry, chance: random.Random) -> tuple[Act, str, str]:
    """Their words said back, then what they answer."""
    proposal = call.saying_back.proposal
    if proposal is None and chance.random() < 0.7:
        return ("speak", ""), "F5", ""
    if proposal is not None and proposal.entry_id == last.id:
        keys, reply = chance.choice([("F7", "confirmed"), ("Shift+F7", "refused")])
        return ("reply", _place(call, last), reply, ""), keys, ""
    heat = chance.choice(["cold", "warm", "hot"])
    return ("heat", heat), "Return", f"={heat}"


def _opinions(call: RunningCall) -> tuple[SpeakerOpinion, ...]:
    return call.sheet.row(call.at_hand).opinions


def _place(call: RunningCall, entry: Entry) -> int:
    # Nothing is taken back in this call: the place in the list is the place in the file.
    return next(place for place, each in enumerate(call.entries) if each.id == entry.id)


def _is_shown(page: CallPage, act: Act) -> bool:
    """Whether the screen says that it is done: only then does a rep believe it."""
    call = page.call
    assert call is not None
    if page.live.banner.isVisible():
        return False
    match act:
        case ("score", criterion, answer, who):
            said = {each.name: each.level for each in call.sheet.row(criterion).opinions}
            return said.get(who, "") == answer
        case ("line", _kind, words):
            return call.entries[-1].text == words and page.live.line.toPlainText() == ""
        case ("tags", place, tags):
            return call.entries[place].tags == tags and page.live.line.toPlainText() == ""
        case ("citable", place, citable):
            return call.entries[place].citable is citable
        case ("heat", heat):
            return call.sheet.heat == heat
        case ("step", _words):
            return page.live.line.toPlainText() == ""
        case ("reply", _place, _reply, _correction):
            return call.saying_back.proposal is None
        case ("go", question) | ("next", _, question):
            return page.live.question.text.text() == call.script.question(question).text
    return act[0] == "speak"
