"""A machine that dies while a customer signs loses nothing that was exported or signed, and halves nothing."""

import contextlib
import hashlib
import random
import shutil
import uuid
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from desktop import database
from desktop.models.proposals import Proposal, ProposalState
from desktop.services import proposal_exports, signatures
from tests.faults import signed_proposal
from tests.faults.played_call import KEY, processes

COUNT = 6


def killed(path: Path, keys: list[uuid.UUID], exports: int, seconds: float) -> dict[str, set[uuid.UUID]]:
    """What the child said before it died, ``seconds`` after so many exports were acknowledged."""
    ours, theirs = processes.Pipe(duplex=True)
    process = processes.Process(target=signed_proposal.sign_until_killed, args=(path, keys, theirs), daemon=True)
    process.start()
    theirs.close()
    said: dict[str, set[uuid.UUID]] = {"exported": set(), "signed": set()}
    while len(said["exported"]) < exports:
        _hear(ours, said)
    process.join(seconds)
    process.kill()
    process.join()
    with contextlib.suppress(EOFError):  # what was acknowledged just before the kill counts too
        while True:
            _hear(ours, said)
    ours.close()
    return said


def _hear(pipe: Connection, said: dict[str, set[uuid.UUID]]) -> None:
    word, key = pipe.recv()
    said[word].add(key)


@pytest.mark.parametrize("seed", range(6))
def test_killed_between_the_export_and_the_signature(tmp_path: Path, migrated_file: Path, seed: int) -> None:
    path = tmp_path / "boussole.db"
    shutil.copyfile(migrated_file, path)
    store = database.Store(database.connect(path, KEY))
    keys = signed_proposal.begin(store, COUNT)
    store.close()
    said = killed(path, keys, 1 + seed % (COUNT - 3), random.Random(seed).uniform(0, 0.3))
    assert said["exported"] and len(said["signed"]) < COUNT, "it died on the way"

    engine = database.connect(path, KEY)
    store = database.Store(engine)
    for key in keys:
        check(store, key, key in said["exported"], key in said["signed"])
        if key in said["exported"] and key not in said["signed"]:
            carry_on(store, key)
    database.check_integrity(engine)
    store.close()


def check(store: database.Store, key: uuid.UUID, exported: bool, signed: bool) -> None:
    """What was acknowledged is there, whole; what was on its way is there whole or not at all."""
    with store.reading() as session:
        archived = proposal_exports.exports(session, key)
        kept = signatures.signatures(session, key)
        state = session.get_one(Proposal, key).state
        assert len(archived) == 1 or not exported
        assert len(kept) == 1 or not signed
        for each in archived:
            pdf = proposal_exports.exported_pdf(session, each.id)
            assert hashlib.sha256(pdf).hexdigest() == each.sha256
        for one in kept:
            assert one.export_id == archived[0].id
            assert hashlib.sha256(signatures.signed_pdf(session, one.id)).hexdigest() == one.sha256
        assert (state is ProposalState.ACCEPTED) == bool(kept), "signed and accepted, or neither"


def carry_on(store: database.Store, key: uuid.UUID) -> None:
    """The same page is turned again, and signed on the same bytes."""
    with store.reading() as session:
        if signatures.latest(session, key) is not None:
            return
    signed_proposal.sign(store, key)
    check(store, key, exported=True, signed=True)
