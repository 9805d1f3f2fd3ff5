"""The child of the power-cut tests, run under the recorder: ``play`` a call, or ``fail`` it at each of its writes."""

import ctypes
import itertools
import json
import os
import shutil
import sys
import uuid
from pathlib import Path

from desktop import database
from tests.faults import played_call
from tests.faults.played_call import KEY, DirectWorkspace, Rep


def play(path: Path, call_id: uuid.UUID, seed: int, count: int, synchronous: int) -> None:
    """``count`` acts, each acknowledged by one byte in a file that the recorder watches; then the power goes."""
    database.PRAGMAS["synchronous"] = synchronous
    store = database.Store(database.connect(path, KEY))
    rep = Rep(DirectWorkspace(store), call_id)
    acknowledged = os.open(path.with_name("acknowledged"), os.O_WRONLY | os.O_CREAT)
    for act in itertools.islice(played_call.acts_of(store, call_id, seed), count):
        rep.perform(act)
        os.write(acknowledged, b"!")
    os._exit(0)


def fail(path: Path, call_id: uuid.UUID, seed: int, first: int, last: int) -> None:
    """For each number, a call whose write, truncation or sync of that number fails; then the same act once more.

    Prints, a line each: the number, how many acts were acknowledged before the failure, and whether it was said.
    """
    fail_at = ctypes.CDLL(None).fail_at
    for number in range(first, last + 1):
        copy = path.with_name(f"{number}.db")
        shutil.copyfile(path, copy)
        store = database.Store(database.connect(copy, KEY))
        acts = list(itertools.islice(played_call.acts_of(store, call_id, seed), number + 1))
        rep = Rep(DirectWorkspace(store), call_id)
        fail_at(number)
        done = 0
        try:
            for act in acts:
                rep.perform(act)
                done += 1
        except database.StorageError:
            with store.reading():
                after = played_call.in_the_file(store, call_id)
            rep.perform(acts[done])
            sys.stdout.write(json.dumps([number, done, after.plain()]) + "\n")
        else:
            sys.stdout.write(json.dumps([number, done, None]) + "\n")
        fail_at(-1)
        store.close()


if __name__ == "__main__":
    what, file, call, *numbers = sys.argv[1:]
    {"play": play, "fail": fail}[what](Path(file), uuid.UUID(call), *map(int, numbers))
