"""F9: the page opens with what may be shown, is kept as one act, and comes back as it was left."""

import uuid

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from desktop.models.needs import Reply
from desktop.services import calls, needs, shared_page, templates
from desktop.services.shared_page import Agreement
from desktop.ui.calls.mirror_acts import MirrorActs, mirror_actions
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.mirror.window import MirrorWindow
from desktop.ui.workspace import Workspace

SCRIPT, GRID = templates.script("b2b", "en"), templates.grid("five-criteria", "en")


@pytest.fixture
def call(workspace: Workspace, clock, prospect_id: uuid.UUID) -> RunningCall:
    return RunningCall(workspace, workspace.do(calls.start_call, prospect_id, SCRIPT, GRID, now=clock.now()))


@pytest.fixture
def acts(call: RunningCall, qtbot) -> MirrorActs:
    def make(sheet: object, draft: Agreement | None) -> MirrorWindow:
        window = MirrorWindow(sheet, draft)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(window)
        return window

    return MirrorActs(call, make)


def say(call: RunningCall, *texts: str) -> None:
    for text in texts:
        call.lines.add(text)
        call.lines.toggle_citable(call.entries[-1])


def saved(call: RunningCall) -> object:
    def read(session) -> object:
        stated = needs.needs_of(session, call.prospect_id)
        said = [(each.text, each.grade, each.citable) for each in calls.entries(session, call.call_id)]
        return [(each.need.position, each.need.confirmed, each.name) for each in stated], said

    return call.ask(read)


def page_of(call: RunningCall) -> object:
    return call.ask(shared_page.latest, call.prospect_id)


def test_without_quotable_words_it_says_what_to_do(call, acts) -> None:
    refused: list[str] = []
    call.refused.connect(refused.append)
    call.lines.add("We lose a day.")
    assert not acts.open() and acts.window is None
    assert len(refused) == 1 and "Ctrl+B" in refused[0]


def test_a_signed_page_is_one_act_that_one_undo_takes_back(call, acts) -> None:
    say(call, "We lose a day.", "Nobody opens the CRM.", "By June.")
    before, told, closed = saved(call), [], []
    call.told.connect(told.append)
    acts.closed.connect(lambda: closed.append(True))
    assert acts.open()
    page = acts.window.page
    page.needs.tiles[2].up.click()
    page.needs.tiles[0].yes.click()
    page.needs.tiles[1].put_right.click()
    page.needs.tiles[1].correction.setPlainText("Before July.")
    page.signing.agree.click()
    window = acts.window
    assert window.thanks is not None and told == []
    window.close()
    assert told == ["Shared page kept: 2 needs confirmed."] and closed == [True]
    after = saved(call)
    assert [name for _place, confirmed, name in after[0] if confirmed] == ["We lose a day.", "By June."]
    assert call.entries[-1].text == "Before July.", "the screen shows it too"
    assert call.stack.undoText() == "shared page agreed to"
    for _turn in range(2):
        call.undo()
        assert saved(call) == before and page_of(call) is None
        call.redo()
        assert saved(call) == after and page_of(call) is not None
    assert acts.draft is None, "a signed page is finished"


def test_what_was_left_unfinished_comes_back(call, acts) -> None:
    say(call, "We lose a day.")
    before = saved(call)
    acts.open()
    acts.window.page.needs.tiles[0].no.click()
    acts.window.close()
    assert saved(call) == before and acts.window is None
    say(call, "By June.")
    acts.open()
    assert [tile.reply for tile in acts.window.page.needs.tiles] == [Reply.REFUSED, None]
    acts.window.close()


def test_the_page_is_gone_once_it_is_closed_by_key(qtbot, call) -> None:
    acts = MirrorActs(call, MirrorWindow)
    say(call, "We lose a day.")
    acts.open()
    window = acts.window
    with qtbot.waitSignal(acts.closed):
        qtbot.keyClick(window.page.needs.tiles[0].yes, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(window))
    assert acts.window is None and acts.draft is not None


def test_a_page_that_is_open_is_not_opened_twice(call, acts) -> None:
    say(call, "We lose a day.")
    acts.open()
    first = acts.window
    assert acts.open() and acts.window is first
    first.close()


def test_a_page_that_could_not_be_kept_stays_open(call, acts) -> None:
    say(call, "We lose a day.")
    acts.open()
    acts.window.agreed.emit(Agreement(()))
    assert acts.window.thanks is None and acts.window.page.signing.hint.text()
    assert call.stack.undoText() != "shared page agreed to" and page_of(call) is None
    acts.window.close()


def test_the_name_of_the_act_says_who_signed(call, acts) -> None:
    say(call, "We lose a day.")
    acts.open()
    (decision,) = acts.window.agreement.decisions
    acts.window.close()
    agreement = Agreement((decision,), "Claire", (((1, 1), (9, 9)),))
    assert acts.sign(agreement)
    assert call.stack.undoText() == "shared page signed by Claire"


def test_f9_is_in_the_palette() -> None:
    pressed: list[bool] = []
    (action,) = mirror_actions(lambda: pressed.append(True), "call", lambda: True)
    action.run()
    assert pressed == [True] and action.keys == ("F9",) and action.in_palette
