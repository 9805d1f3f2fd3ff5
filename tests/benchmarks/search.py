"""Search as one types, over ten and a hundred thousand prospects: the query alone, then the list on the screen."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop.services.prospect_rows import prospect_rows
from desktop.services.search import matching_sentences
from desktop.ui.play.keys import Hands
from desktop.ui.prospects.page import ProspectsPage
from tests.benchmarks import generate
from tests.benchmarks.screen import application, workspace_on
from tests.benchmarks.table import Table, percentile

WORDS = (
    "Menuiserie Durand",
    "élodie fournier",
    "Rennes",
    "roux 12",
    "cartonnerie lyon",
    "exemple.fr",
    "associé",
    "echeance",
    "02 99",
    "zzz",
)
FRAME_MS = 16
GROWTH = 2


def run(table: Table, folder: Path) -> None:
    small, large = folder / "search-10000.db", folder / "search-100000.db"
    generate.fill(small, 10_000, calls=0.02)
    generate.fill(large, 100_000, calls=0.02)
    measures: list[tuple[str, Callable[[Path], list[float]]]] = [
        ("list, query", lambda path: _queries(path, prospect_rows)),
        ("sentences, query", lambda path: _queries(path, matching_sentences)),
        ("key to list painted", _keys),
    ]
    for what, measure in measures:
        before, after = percentile(measure(small), 95), percentile(measure(large), 95)
        table.add(f"Search, {what}: 10,000 prospects, p95", before, "ms", most=FRAME_MS)
        name = f"Search, {what}: 100,000 (floor: 10,000), p95"
        table.add(name, after, "ms", floor=before, ratio=GROWTH, most=FRAME_MS)


def letters() -> Iterator[str]:
    """What the search field holds after each key."""
    for words in WORDS:
        for length in range(1, len(words) + 1):
            yield words[:length]


def _queries(path: Path, query: Callable[..., object]) -> list[float]:
    """Milliseconds of the query alone, for each state of the field."""
    workspace, _clock = workspace_on(path)
    workspace.ask(query, "a")
    times = []
    for text in letters():
        started = time.perf_counter()
        workspace.ask(query, text)
        times.append((time.perf_counter() - started) * 1000)
    workspace.close()
    return times


def _keys(path: Path) -> list[float]:
    """Milliseconds from each key in the search field of the real page to the list painted."""
    app = application()
    workspace, _clock = workspace_on(path)
    page = ProspectsPage(workspace)
    page.resize(1240, 780)
    page.show()
    page.refresh(frozenset())
    page.activateWindow()
    hands = Hands(page)
    hands.focus(page.search)
    times = []
    for words in WORDS:
        hands.fill(page.search, "")
        for letter in words:
            started = time.perf_counter()
            hands.type_text(letter)
            times.append((time.perf_counter() - started) * 1000)
        assert page.search.text() == words
    page.close()
    page.deleteLater()
    app.processEvents()
    workspace.close()
    return times
