"""A proposal composed from a call: forty needs, a full catalogue, three doors."""

import re
import time
import uuid
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from desktop import database
from desktop.database import Session
from desktop.models.catalogue import Billing
from desktop.models.need_kinds import NeedKind
from desktop.services import calls, catalogue, needs, proposal_doors, proposals, prospects, templates
from desktop.services.proposal_options import options_of
from tests.benchmarks import generate
from tests.benchmarks.table import Table, median, percentile

PROSPECTS = 1000
NEEDS = 40
OFFERS = 60
OPTIONS = 3
RUNS = 40
FRESH = 10
MOST_MS = 50
_SUBJECTS = tuple(
    re.findall(
        r"\w+", "relance devis facture atelier livraison planning stock client commande qualité garantie formation"
    )
)


def run(table: Table, folder: Path) -> None:
    generate.fill(folder / "compose.db", PROSPECTS)
    store = database.Store(database.connect(folder / "compose.db", generate.KEY))
    with store.writing() as (session, _touched):
        prospect_id = _conversation(session)
        _catalogue(session)
    composed, renewed = [], []
    for number in range(RUNS):
        now = generate.NOW + timedelta(minutes=number)
        started = time.perf_counter()
        with store.writing() as (session, _touched):
            key = proposals.compose(session, prospect_id, now=now, language="fr")
        composed.append((time.perf_counter() - started) * 1000)
        with store.writing() as (session, _touched):
            assert len(options_of(session, key)) == OPTIONS
        started = time.perf_counter()
        with store.writing() as (session, _touched):
            proposal_doors.propose_doors(session, key, now=now)
        renewed.append((time.perf_counter() - started) * 1000)
    fresh = [_from_words(store, number) for number in range(FRESH)]
    store.close()
    # The first one of a session also writes its statements: told apart, it would be all that a 95th centile says.
    first, *composed = composed
    table.add(f"{NEEDS} needs, {OFFERS} offers: the first of a session", first, "ms")
    table.add(f"{NEEDS} needs, {OFFERS} offers: composed, p50", median(composed), "ms", most=MOST_MS)
    table.add(f"{NEEDS} needs, {OFFERS} offers: composed, p95", percentile(composed, 95), "ms", most=MOST_MS)
    table.add(f"{NEEDS} citable words that state no need yet: composed, p50", median(fresh), "ms", most=MOST_MS)
    table.add("The same: three doors proposed again, p50", median(renewed), "ms", most=MOST_MS)


def _from_words(store: database.Store, number: int) -> float:
    """Milliseconds that composing takes when the needs are still to be made of what was said."""
    with store.writing() as (session, _touched):
        prospect_id = _conversation(session, stated=False)
    started = time.perf_counter()
    with store.writing() as (session, _touched):
        proposals.compose(session, prospect_id, now=generate.NOW + timedelta(hours=number), language="fr")
    return (time.perf_counter() - started) * 1000


def _conversation(session: Session, *, stated: bool = True) -> uuid.UUID:
    prospect = prospects.create_prospect(
        session, now=generate.NOW, company="Atelier Roux", person="Claire Morel", amount=Decimal(20_000)
    )
    script, grid = templates.script("b2b", "fr"), templates.grid("five-criteria", "fr")
    call = calls.start_call(session, prospect, script, grid, now=generate.NOW)
    for place in range(NEEDS):
        text = f"Besoin {place} : chaque {_subject(place)} et chaque {_subject(place // 3 + 5)} nous prend du temps."
        said = calls.add_entry(session, call, "verbatim", text, at=generate.NOW + timedelta(seconds=place))
        calls.set_citable(session, said, True)
        if stated:
            needs.add_need(session, prospect, [said], now=generate.NOW, kind=list(NeedKind)[place % 3])
    session.flush()
    return prospect


def _catalogue(session: Session) -> None:
    for place in range(OFFERS):
        catalogue.add_offer(
            session,
            now=generate.NOW,
            label=f"{_subject(place).capitalize()}, formule {place}",
            detail=f"Pour la {_subject(place + 1)} et la {_subject(place * 7)}",
            answer=f"Une réponse à la {_subject(place)}, à la {_subject(place // 2)}.",
            benefit=f"Du temps rendu sur la {_subject(place)}",
            unit_price=Decimal(900 + 137 * (place % 17)),
            billing=list(Billing)[place % 3],
            lead_days=place % 30,
            step=place % 10 == 0,
        )


def _subject(place: int) -> str:
    return _SUBJECTS[place % len(_SUBJECTS)]
