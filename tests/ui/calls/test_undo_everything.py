"""Whatever is done in a call, in whatever order: undone, every table of the file is as it was; done again, as after.

What undo rightly leaves: rows it took out of sight (``deleted_at``) with what hangs on them, the history of scores and
statuses, and where the call stands (its question, its length, who is speaking), which is no act.
"""

import shutil
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop import database
from desktop.clock import FixedClock
from desktop.models.base import Base
from desktop.models.calls import Objection, QuestionState, Verbatim
from desktop.models.heat_signs import Sign
from desktop.models.matrix import Heat
from desktop.models.needs import Reply
from desktop.services import calls, prospects, shared_page, templates
from desktop.services.shared_page import Agreement, Decision
from desktop.ui.calls.evidence_acts import EvidenceActs
from desktop.ui.calls.mirror_acts import MirrorActs
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.workspace import Workspace
from tests.conftest import KEY, MONDAY

Row = dict[str, Any]
File = dict[str, dict[Any, Row]]

NUMBERS = {"entry_numbers", "prospect_numbers", "exchange_numbers", "proposal_numbers"}
APART = {"score_moves", "question_times", "standing_counts", *NUMBERS}
"""History, times, and what triggers keep: numbers of rows, counts of prospects."""
PLACES = {"question", "question_since", "elapsed_seconds", "speaker_id"}
"""Where a call stands."""
MOMENTS = {"id", "at", "created_at", "confirmed_at", "deleted_at"}
"""What may differ when an act is done again, later: the moment, and the key of a row written anew."""

WORDS = (
    "Chaque rupture nous coûte 3 000 €",
    "Il nous faut un budget de 15 000 €",
    "Signature avant fin janvier",
    "Oui",
)


def whole_file(workspace: Workspace) -> File:
    """Every row of every table, by its key; the full-text indexes follow by triggers."""

    def read(session: Any) -> File:
        run = session.connection().exec_driver_sql
        names = [name for name in Base.metadata.tables if name not in APART]
        return {name: {row["id"]: dict(row) for row in run(f'SELECT * FROM "{name}"').mappings()} for name in names}

    return workspace.ask(read)


def changed(before: File, after: File) -> list[str]:
    """What differs although it should not, once everything done in between was undone."""
    gone = {key for rows in after.values() for key, row in rows.items() if row.get("deleted_at") is not None}
    found = []
    for table in before:
        first, second = before[table], after[table]
        for key in first.keys() | second.keys():
            was, is_now = first.get(key), second.get(key)
            if was is None and is_now is not None and gone & set(is_now.values()):
                continue  # taken out of sight, or hanging on something that was
            found += [f"{table}: {line}" for line in _differences(table, was, is_now)]
    return found


def _differences(table: str, was: Row | None, is_now: Row | None) -> Iterator[str]:
    if was is None or is_now is None:
        yield f"{'no such row before' if was is None else 'the row is lost'}: {was or is_now}"
        return
    if was.get("deleted_at") is not None and is_now.get("deleted_at") is not None:
        return  # out of sight before and after
    aside = {"updated_at"} | (PLACES if table == "calls" else set())
    for column in was.keys() - aside:
        if was[column] != is_now[column]:
            yield f"{column} was {was[column]!r}, is {is_now[column]!r}"


def in_sight(file: File) -> dict[str, Counter[str]]:
    """What a reader of the file finds, whatever the keys of the rows and the moments they were written."""
    gone = {key for rows in file.values() for key, row in rows.items() if row.get("deleted_at") is not None}
    aside = MOMENTS | {"updated_at"}
    return {
        table: Counter(
            repr(sorted((name, value) for name, value in row.items() if name not in aside | PLACES))
            for key, row in rows.items()
            if not gone & {key, *row.values()}
        )
        for table, rows in file.items()
    }


@dataclass
class Rep:
    """Does one act of a call, chosen by its name; ``which`` and ``how`` are numbers that choose about what, and how."""

    call: RunningCall
    clock: FixedClock

    def __post_init__(self) -> None:
        self.evidence = EvidenceActs(self.call)
        self.mirror = MirrorActs(self.call, lambda *_given: None)

    def act(self, what: str, which: int, how: int) -> None:
        ACTS[what](self, which, how)

    def one(self, several: Any, which: int) -> Any:
        found = list(several)
        return found[which % len(found)] if found else None

    def words(self, which: int) -> Verbatim | None:
        return self.one((each for each in self.call.entries if isinstance(each, Verbatim)), which)

    def need(self, which: int) -> uuid.UUID | None:
        found = self.one(self.call.needs.sheet().needs, which)
        return found.need.id if found else None

    def write(self, which: int, how: int) -> None:
        sign = ("", "", "- ", "! ", "? ")[how % 5]
        self.call.lines.add(sign + WORDS[which % len(WORDS)])

    def rewrite(self, which: int, how: int) -> None:
        last = self.call.lines.last_typed()
        if last is not None:
            key, typed = last
            bare = typed[2:] if typed[:2] in ("- ", "! ", "? ") else typed
            self.call.lines.change(key, (f"{typed} bis", typed, f"- {bare}", f"! {bare}", bare)[how % 5])

    def tag(self, which: int, how: int) -> None:
        self.call.lines.add(("# impact", "# délai, impact", "# -impact")[how % 3])

    def fix_step(self, which: int, how: int) -> None:
        self.call.lines.add(("@dans 3 jours le budget", "@dans 2 semaines rappeler", "@lundi 10h")[how % 3])

    def heat(self, which: int, how: int) -> None:
        self.call.scoring.set_heat(self.one(Heat, how))

    def sign(self, which: int, how: int) -> None:
        self.call.feelings.set_sign(self.one(Sign, which), how % 4)

    def star(self, which: int, how: int) -> None:
        self.call.lines.toggle_citable(self.words(which))

    def score(self, which: int, how: int) -> None:
        criterion = self.call.sheet.rows[which % len(self.call.sheet.rows)].criterion.key
        self.call.scoring.score((0, 1, 2, 3, "?")[how % 5], criterion)

    def speak(self, which: int, how: int) -> None:
        self.call.speaking.step(1)

    def join(self, which: int, how: int) -> None:
        if not self.call.speaking.add(("Karim", "Léa Roux")[how % 2]):
            raise AssertionError("nobody joined")

    def mark(self, which: int, how: int) -> None:
        self.call.route.mark_and_move(self.one(QuestionState, how))

    def go(self, which: int, how: int) -> None:
        self.call.route.go_to(self.one(self.call.script.questions, which).key)

    def link(self, which: int, how: int) -> None:
        entry = self.words(which)
        if entry is not None:
            criterion = self.call.sheet.rows[how % len(self.call.sheet.rows)].criterion.key
            self.evidence.link(entry.id, criterion, (True, False, None)[how % 3])

    def document(self, which: int, how: int) -> None:
        entry = self.words(which)
        if entry is not None:
            self.evidence.document(entry.id, how % 2 == 0)

    def say_back(self, which: int, how: int) -> None:
        entry = self.words(which)
        if entry is not None and self.call.saying_back.say_back(entry.id):
            reply = self.one(Reply, how)
            self.call.saying_back.reply(reply, correction="Plutôt quatre jours" if reply is Reply.CORRECTED else "")

    def make_need(self, which: int, how: int) -> None:
        entry = self.words(which)
        if entry is not None:
            self.call.needs.make(entry.id)

    def change_need(self, which: int, how: int) -> None:
        need = self.need(which)
        if need is None:
            return
        acts = self.call.needs
        other = self.need(how)
        entry = self.words(how)
        run: tuple[Callable[[], object], ...] = (
            lambda: acts.update(need, {"statement": f"Gagner du temps {how}"}),
            lambda: acts.confirm(need, True),
            lambda: acts.confirm(need, False),
            lambda: acts.move(need, how % 3),
            lambda: acts.remove(need),
            lambda: other is not None and other != need and acts.merge(need, other),
            lambda: entry is not None and acts.attach(need, entry.id),
            lambda: entry is not None and acts.detach(need, entry.id),
        )
        run[how % len(run)]()

    def take_offer(self, which: int, how: int) -> None:
        offer = self.one(self.call.facts.offers, which)
        if offer is not None:
            self.call.facts.accept(offer)

    def answer_objection(self, which: int, how: int) -> None:
        card = self.one(self.call.objections.cards.cards, which)
        self.call.objections.choose(card, ("", "C’est trop cher")[how % 2])

    def settle(self, which: int, how: int) -> None:
        entry = self.one((each for each in self.call.entries if isinstance(each, Objection)), which)
        if entry is not None:
            self.call.objections.settle(entry, how % 2 == 0)

    def status(self, which: int, how: int) -> None:
        self.call.apply_status()

    def share(self, which: int, how: int) -> None:
        shown = self.call.ask(shared_page.page, self.call.call_id, today=self.call.today()).needs
        replies = (Reply.CONFIRMED, Reply.CORRECTED, Reply.REFUSED, None)
        decided = [
            Decision(each.key, reply, "Plutôt trois jours" if reply is Reply.CORRECTED else "")
            for place, each in enumerate(shown)
            for reply in [replies[(how + place) % 4]]
        ]
        self.mirror.sign(Agreement(tuple(decided[which % 2 :] + decided[: which % 2]), "Claire", (((1, 2), (3, 4)),)))


ACTS: dict[str, Callable[[Rep, int, int], None]] = {
    name: function
    for name, function in vars(Rep).items()
    if callable(function) and not name.startswith("_") and name not in ("act", "one", "words", "need")
}


@contextmanager
def call_in(folder: Path, migrated_file: Path) -> Iterator[tuple[Workspace, Rep]]:
    """A call just begun with somebody, in a file of its own."""
    path = folder / f"{uuid.uuid4()}.db"
    shutil.copyfile(migrated_file, path)
    clock = FixedClock(MONDAY)
    workspace = Workspace(database.Store(database.connect(path, KEY)), clock)
    prospect = workspace.do(prospects.create_prospect, now=clock.now(), company="Atelier Roux", person="Claire Morel")
    script, grid = templates.script("b2b", "fr"), templates.grid("five-criteria", "fr")
    call = RunningCall(workspace, workspace.do(calls.start_call, prospect, script, grid, now=clock.now()))
    try:
        yield workspace, Rep(call, clock)
    finally:
        call.deleteLater()
        workspace.close()
        path.unlink()


Chosen = tuple[str, int, int]
NUMBER = st.integers(0, 7)
WALKS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), NUMBER, NUMBER),
        st.tuples(st.sampled_from(sorted(ACTS)), NUMBER, NUMBER),
        st.tuples(st.sampled_from(["undo", "redo"]), NUMBER, NUMBER),
    ),
    min_size=3,
    max_size=30,
)


@dataclass
class Walk:
    """Acts done one after the other, and the file after each: what undo and redo must come back to."""

    workspace: Workspace
    rep: Rep

    def __post_init__(self) -> None:
        self.call = self.rep.call
        self.files, self.names, self.done = [whole_file(self.workspace)], [""], list[Chosen]()
        self.refused: list[str] = []
        self.call.refused.connect(self.refused.append)

    def go(self, chosen: list[Chosen]) -> None:
        for what, which, how in chosen:
            self.done.append((what, which, how))
            if what == "undo":
                self.undo()
            elif what == "redo":
                self.redo()
            else:
                self.act(what, which, how)
        while self.call.stack.canUndo():
            self.undo()
        while self.call.stack.canRedo():
            self.redo()

    def act(self, what: str, which: int, how: int) -> None:
        self.rep.clock.advance(7)
        index = self.call.stack.index()
        self.rep.act(what, which, how)
        if self.call.stack.index() > index:
            self.files[index + 1 :] = [whole_file(self.workspace)]
            self.names[index + 1 :] = [what]
        else:
            assert not changed(self.files[index], whole_file(self.workspace)), f"{what} is no act that can be undone"

    def undo(self) -> None:
        if not self.call.stack.canUndo():
            return
        self.rep.clock.advance(7)
        self.refused.clear()
        self.call.undo()
        index = self.call.stack.index()
        found = changed(self.files[index], whole_file(self.workspace))
        assert not self.refused and not found, f"undo of {self.names[index + 1]}: {self.refused} {found}, {self.done}"

    def redo(self) -> None:
        if not self.call.stack.canRedo():
            return
        self.rep.clock.advance(7)
        self.refused.clear()
        self.call.redo()
        index, now = self.call.stack.index(), whole_file(self.workspace)
        was, is_now = in_sight(self.files[index]), in_sight(now)
        found = {
            name: (was[name] - is_now[name], is_now[name] - was[name]) for name in was if was[name] != is_now[name]
        }
        assert not self.refused and not found, f"redo of {self.names[index]}: {self.refused} {found}, {self.done}"
        # A row written anew has another key, and what follows hangs on it.
        self.files[index] = now


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=WALKS)
@example(chosen=[("write", 0, 0), ("say_back", 0, 1), ("make_need", 0, 0)])
@example(chosen=[("sign", 1, 0), ("sign", 0, 0), ("sign", 5, 0)])
def test_whatever_was_done_undone_leaves_the_file_as_it_was(
    qtbot: object, tmp_path: Path, migrated_file: Path, chosen: list[Chosen]
) -> None:
    with call_in(tmp_path, migrated_file) as (workspace, rep):
        Walk(workspace, rep).go(chosen)


NOT_UNDONE = {"speak", "go"}
"""The way back is the same key."""


def test_each_kind_of_act_is_undone_and_done_again(qtbot: object, tmp_path: Path, migrated_file: Path) -> None:
    """The walks above go through all of them: none is only ever refused, or forgotten by undo."""
    begun: list[Chosen] = [("write", 1, 0), ("make_need", 0, 0), ("write", 0, 0), ("make_need", 1, 0), ("write", 1, 3)]
    last = {
        "make_need": [("write", 2, 0)] * 2,
        "take_offer": [("write", 1, 0)],
        "status": [("score", place, 3) for place in range(5)],
    }
    about = {"make_need": (2, 0), "document": (0, 0), "rewrite": (0, 2)}
    with call_in(tmp_path, migrated_file) as (workspace, rep):
        walked = Walk(workspace, rep)
        for what in sorted(ACTS.keys() - NOT_UNDONE):
            for chosen in [*begun, *last.get(what, [])]:
                walked.act(*chosen)
            before = rep.call.stack.index()
            walked.act(what, *about.get(what, (0, 1)))
            assert rep.call.stack.index() == before + 1, f"{what}: {walked.refused}"
            walked.undo()
            walked.redo()
            while rep.call.stack.canUndo():
                walked.undo()
