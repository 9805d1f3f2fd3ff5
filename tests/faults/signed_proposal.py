"""Proposals exported then signed one after the other, in a process that may die at any moment."""

import uuid
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from desktop import database
from desktop.documents.files import file_name
from desktop.documents.signed import render_signed
from desktop.documents.variants import render_document
from desktop.models.proposals import DocumentKind
from desktop.services import proposal_exports, proposal_sheet, proposals, signatures
from desktop.services.signatures import Given
from tests.faults.played_call import KEY
from tests.services.proposal_case import NOW, claire, seller, shared_grid

INK = (((100, 100), (300, 160), (500, 120)),)
KIND = DocumentKind.PROPOSAL


def begin(store: database.Store, count: int) -> list[uuid.UUID]:
    """So many proposals to Claire, none of them exported."""
    with store.writing() as (session, _touched):
        seller(session)
        shared_grid(session)
        case = claire(session)
        session.flush()
        return [proposals.compose(session, case.prospect, now=NOW, language="fr") for _each in range(count)]


def sign_until_killed(path: Path, keys: list[uuid.UUID], pipe: Connection) -> None:
    """The child: says what it does, and what was acknowledged."""
    store = database.Store(database.connect(path, KEY))
    for key in keys:
        export(store, key)
        pipe.send(("exported", key))
        sign(store, key)
        pipe.send(("signed", key))
    pipe.recv()


def export(store: database.Store, key: uuid.UUID) -> None:
    with store.reading() as session:
        content = proposal_sheet.content(session, key)
    pdf = render_document(content, KIND)
    with store.writing() as (session, _touched):
        proposal_exports.record_export(session, key, pdf, file_name(content, KIND), content, now=NOW)


def sign(store: database.Store, key: uuid.UUID) -> None:
    at = NOW + timedelta(minutes=5)
    with store.reading() as session:
        content = proposal_sheet.content(session, key)
        (exported,) = proposal_exports.exports(session, key)
        given = Given(None, "Claire Fontaine", "dirigeante", "Cholet", INK)
        said = signatures.acceptance(session, key, exported.id, given, at=at)
    pdf = render_signed(content, KIND, said)
    with store.writing() as (session, _touched):
        what = (given.option_id, given.name, given.quality, given.place, given.strokes, pdf)
        signatures.sign(session, key, exported.id, *what, at)
