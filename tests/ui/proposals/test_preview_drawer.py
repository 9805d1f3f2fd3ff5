"""One document at a time, the last one wanted, away from the window."""

import threading
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from desktop.documents.placed import PlacedDocument
from desktop.models.proposals import DocumentKind
from desktop.ui.jobs import Job
from desktop.ui.proposals.preview_drawer import Drawer, Wanted
from tests.documents.cases import CLAIRE

ONE, TWO, THREE = (Wanted(replace(CLAIRE, title=str(place)), DocumentKind.PROPOSAL) for place in range(3))


def bytes_of(content, kind):
    return PlacedDocument(f"{kind} {content.title}".encode())


def test_it_draws_away_from_the_thread_of_the_window(qtbot):
    threads = []

    def render(content, kind):
        threads.append(threading.current_thread())
        return bytes_of(content, kind)

    drawer = Drawer(render)
    with qtbot.waitSignal(drawer.drawn, timeout=10_000) as drawn:
        drawer.want(ONE)
    assert drawn.args[0].wanted == ONE and drawn.args[0].document.data == b"proposal 0"
    assert threads[0] is not threading.main_thread()
    drawer.stop()


def test_what_waits_behind_another_is_never_drawn_once_it_is_not_wanted(qtbot):
    release, made, seen = threading.Event(), [], []

    def render(content, kind):
        made.append(content.title)
        if content.title == "0":
            release.wait(10)
        return bytes_of(content, kind)

    drawer = Drawer(render)
    drawer.drawn.connect(seen.append)
    for wanted in (ONE, TWO, THREE):
        drawer.want(wanted)
        drawer.start()
    release.set()
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    drawer.stop()
    assert [drawn.wanted for drawn in seen] == [THREE] and "1" not in made


def test_the_same_one_is_not_drawn_twice(qtbot):
    made = []

    def render(content, kind):
        made.append(content.title)
        return bytes_of(content, kind)

    drawer = Drawer(render)
    with qtbot.waitSignal(drawer.drawn, timeout=10_000):
        drawer.want(ONE)
    drawer.want(Wanted(replace(ONE.content), ONE.kind))
    drawer.stop()
    assert made == ["0"]


def test_what_fails_is_told(qtbot):
    def refuse(content, kind):
        raise ValueError("no")

    drawer = Drawer(refuse)
    with qtbot.waitSignal(drawer.failed, timeout=10_000) as failed:
        drawer.want(ONE)
    assert isinstance(failed.args[0], ValueError)
    drawer.stop()


def test_now_is_drawn_here(qtbot):
    drawer = Drawer(bytes_of)
    assert drawer.now(TWO) == b"proposal 1"
    drawer.stop()


def test_jobs_that_nobody_waits_for_are_taken_apart_in_the_window(qtbot):
    """Typing fast makes one after the other; taken apart by their thread, they brought the program down."""
    seen = []
    drawer = Drawer(bytes_of)
    drawer.drawn.connect(seen.append)
    for number in range(300):
        drawer.want(Wanted(replace(CLAIRE, title=str(number)), DocumentKind.PROPOSAL))
        drawer.start()
        QApplication.processEvents()
    qtbot.waitUntil(lambda: bool(seen) and seen[-1].wanted.content.title == "299", timeout=10_000)
    qtbot.waitUntil(lambda: drawer.findChildren(Job) == [], timeout=10_000)
    drawer.stop()
