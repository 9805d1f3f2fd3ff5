"""A data file as a busy rep has it after years: so many prospects, with people, calls, words, scores and next steps.

The same seed gives the same file. Rows go straight to the encrypted file: the services would take minutes.
"""

import json
import random
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from desktop import database, migrations
from desktop.models.grids import Grid, standing
from desktop.models.scripts import Script
from desktop.services import templates
from tests.benchmarks.generate_key import KEY

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
OPEN_FOLLOW_UPS = 1000
"""However many prospects there are: what one person can promise."""
_BATCH = 5000


def _words(text: str) -> list[str]:
    return text.split()


TRADES = _words(
    "Menuiserie Charpente Imprimerie Boulangerie Plomberie Serrurerie Fonderie Cartonnerie Ébénisterie Brasserie "
    "Verrerie Chaudronnerie Scierie Pépinière Transports Métallerie Logistique Maçonnerie Électricité Nettoyage"
)
NAMES = _words(
    "Roux Durand Morel Lemoine Garnier Lefèvre Fournier Girard Bonnet Mercier Lambert Fontaine Rousseau Vincent Muller "
    "Faure Andrieu Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand "
    "Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet "
    "Gaillard Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard"
)
FIRST_NAMES = _words(
    "Claire Marc Karim Sophie Julien Nadia Étienne Camille Hélène Thomas Inès Paul Léa Antoine Fatima Hugo Anaïs Rémi "
    "Aurélie Noé Manon Yanis Élodie Bruno Céline Xavier Océane Gaël Zoé Loïc"
)
TOWNS = _words(
    "Rennes Nantes Lyon Lille Bordeaux Toulouse Angers Brest Dijon Metz Nancy Tours Caen Reims Nîmes Pau Niort Vannes "
    "Quimper Albi Béziers Évreux Orléans Annecy"
)
JOBS = _words("dirigeante gérant directeur-commercial acheteuse responsable-production assistante associé")
SOURCES = _words("salon recommandation site appel-entrant prospection")
SENTENCES = (
    "Chaque rupture me coûte un client.",
    "On perd une journée par semaine à ressaisir les devis.",
    "Si rien ne change d’ici l’été, je devrai embaucher.",
    "Le budget est là, mais il faut que ce soit signé avant la clôture.",
    "Mon associé décide avec moi.",
    "L’échéance, c’est le déménagement de l’atelier en mars.",
    "L’équipe n’est pas prête à changer d’outil.",
    "On a déjà essayé un tableur, personne ne le remplit.",
    "Ce qui nous manque, c’est de savoir qui relancer.",
)
KINDS = ("verbatim", "verbatim", "verbatim", "note", "objection")
STATUSES = ("lead", "lead", "lead", "prospect", "prospect", "qualified", "client", "shelved", "lost")

Row = tuple[Any, ...]


def fill(path: Path, prospects: int, *, calls: float = 0.25, seed: int = 1) -> None:
    """Create the file at ``path`` with that many prospects; ``calls`` is the share of them that had a call."""
    engine = database.connect(path, KEY)
    migrations.bring_up_to_date(engine, path, KEY, path.parent, NOW)
    raw = engine.raw_connection()
    connection = raw.driver_connection
    assert connection is not None
    try:
        # People before their companies: the triggers then index each company once, with its people.
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA cache_size=-200000")
        connection.execute("BEGIN IMMEDIATE")
        for table, rows in _Generator(random.Random(seed), prospects, calls).tables():
            _insert(connection, table, rows)
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
        connection.execute("COMMIT")
        connection.execute("PRAGMA optimize")
    finally:
        raw.invalidate()
    database.Store(engine).close()


def _insert(connection: Any, table: str, rows: Iterable[dict[str, Any]]) -> None:
    batch: list[Row] = []
    statement = ""
    for row in rows:
        if not statement:
            names = ", ".join(f'"{name}"' for name in row)
            statement = f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})"
        batch.append(tuple(row.values()))
        if len(batch) == _BATCH:
            connection.executemany(statement, batch)
            batch.clear()
    if batch:
        connection.executemany(statement, batch)


class _Generator:
    """Rows as the database keeps them: keys in hexadecimal, moments in UTC without their zone, money in cents."""

    def __init__(self, chance: random.Random, prospects: int, calls: float) -> None:
        self._chance = chance
        self._count = prospects
        self._called = {number for number in range(prospects) if chance.random() < calls}
        self._created = [NOW - timedelta(minutes=(prospects - number) * 90 % 2_000_000) for number in range(prospects)]
        self._created.sort()
        self._keys = [self._key(moment) for moment in self._created]
        self._contacts: list[str] = [self._key(moment) for moment in self._created]
        self._script: Script = templates.script("b2b", "fr")
        self._grid: Grid = templates.grid("five-criteria", "fr")
        self._scores = {number: self._some_scores() for number in sorted(self._called)}
        self._call_keys = {number: self._key(self._created[number]) for number in sorted(self._called)}

    def tables(self) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
        """In the order in which they are inserted."""
        yield "contacts", self._contact_rows()
        yield "prospects", (self._prospect(number) for number in range(self._count))
        yield "calls", self._call_rows()
        yield "entries", self._entry_rows()
        yield "scores", self._score_rows()
        yield "follow_ups", self._follow_up_rows()

    def _key(self, moment: datetime) -> str:
        milliseconds = int(moment.timestamp() * 1000)
        number = milliseconds << 80 | 7 << 76 | self._chance.getrandbits(12) << 64 | 2 << 62
        return f"{number | self._chance.getrandbits(62):032x}"

    def _some_scores(self) -> dict[str, int | None]:
        asked = (each.key for each in self._grid.criteria if self._chance.random() < 0.8)
        return {key: self._chance.choice((None, 0, 1, 1, 2, 2, 3, 3)) for key in asked}

    def _contact_rows(self) -> Iterator[dict[str, Any]]:
        for number, prospect in enumerate(self._keys):
            for position in range(self._chance.choice((1, 1, 1, 2))):
                first, name = self._chance.choice(FIRST_NAMES), self._chance.choice(NAMES)
                yield {
                    "id": self._contacts[number] if position == 0 else self._key(self._created[number]),
                    "prospect_id": prospect,
                    "position": position,
                    "name": f"{first} {name}",
                    "job_title": self._chance.choice(JOBS).replace("-", " "),
                    "role": self._chance.choice((None, "decider", "influencer", "user")),
                    "phone": f"02 99 {number // 10000 % 100:02} {number // 100 % 100:02} {number % 100:02}",
                    "email": f"{first}.{name}{number}@exemple.fr".lower(),
                    "created_at": _moment(self._created[number]),
                    "deleted_at": None,
                }

    def _prospect(self, number: int) -> dict[str, Any]:
        chance, created = self._chance, self._created[number]
        trade, town = chance.choice(TRADES), chance.choice(TOWNS)
        result = standing(self._grid, self._scores[number]) if number in self._called else None
        return {
            "id": self._keys[number],
            "company": f"{trade} {chance.choice(NAMES)} {number}",
            "about": f"PME, {chance.randrange(3, 250)} salariés · {town}",
            "kind": "b2b",
            "sector": trade.lower(),
            "source": chance.choice(SOURCES).replace("-", " "),
            "address": f"{chance.randrange(1, 200)} rue {chance.choice(NAMES)}, {town}",
            "siren": f"{chance.randrange(10**9):09}",
            "notes": chance.choice(SENTENCES),
            "amount": chance.choice((None, chance.randrange(50_000, 5_000_000))),
            "expected_on": None,
            "status": chance.choice(STATUSES),
            "heat": chance.choice(("cold", "warm", "hot")) if result else None,
            "low": result.low if result else None,
            "high": result.high if result else None,
            "maximum": result.maximum if result else None,
            "band": result.band_low.value if result else None,
            "band_high": result.band_high.value if result else None,
            "to_complete": result.to_complete if result else True,
            "is_example": False,
            "created_at": _moment(created),
            "updated_at": _moment(created + timedelta(minutes=chance.randrange(100_000))),
            "deleted_at": None,
        }

    def _call_rows(self) -> Iterator[dict[str, Any]]:
        script, grid = json.dumps(self._script.as_dict()), json.dumps(self._grid.as_dict())
        for number, key in self._call_keys.items():
            yield {
                "id": key,
                "prospect_id": self._keys[number],
                "contact_id": self._contacts[number],
                "script_copy": script,
                "grid_copy": grid,
                "state": "concluded",
                "question": self._script.questions[-1].key,
                "planned_minutes": 30,
                "elapsed_seconds": 1500,
                "started_at": _moment(self._created[number]),
                "ended_at": _moment(self._created[number] + timedelta(minutes=25)),
                "no_follow_up_reason": "",
            }

    def _entry_rows(self) -> Iterator[dict[str, Any]]:
        for number, call in self._call_keys.items():
            for sequence in range(1, self._chance.randrange(3, 9)):
                question = self._chance.choice(self._script.questions)
                moment = self._created[number] + timedelta(minutes=2 * sequence)
                yield {
                    "id": self._key(moment),
                    "call_id": call,
                    "prospect_id": self._keys[number],
                    "contact_id": self._contacts[number],
                    "kind": self._chance.choice(KINDS),
                    "sequence": sequence,
                    "text": self._chance.choice(SENTENCES),
                    "corrected": "",
                    "citable": self._chance.random() < 0.4,
                    "question": question.key,
                    "criterion": question.criterion or "",
                    "offset_seconds": 120 * sequence,
                    "at": _moment(moment),
                    "deleted_at": None,
                }

    def _score_rows(self) -> Iterator[dict[str, Any]]:
        for number, scores in self._scores.items():
            for criterion, level in scores.items():
                yield {
                    "id": self._key(self._created[number]),
                    "call_id": self._call_keys[number],
                    "prospect_id": self._keys[number],
                    "criterion": criterion,
                    "level": level,
                    "at": _moment(self._created[number] + timedelta(minutes=10)),
                }

    def _follow_up_rows(self) -> Iterator[dict[str, Any]]:
        for number in self._chance.sample(range(self._count), min(OPEN_FOLLOW_UPS, self._count)):
            due = NOW + timedelta(days=self._chance.randrange(-14, 180))
            yield {
                "id": self._key(due),
                "prospect_id": self._keys[number],
                "call_id": self._call_keys.get(number),
                "contact_id": self._contacts[number],
                "due_local": _local(due),
                "zone": "Europe/Paris",
                "due_at": _moment(due),
                "channel": self._chance.choice(("phone", "email", "meeting")),
                "objective": self._chance.choice(("validation", "precision", "projection")),
                "subject": "valider le budget",
                "state": "open",
                "done_at": None,
                "moves": 0,
                "created_at": _moment(self._created[number]),
            }


def _moment(moment: datetime) -> str:
    return _local(moment.astimezone(UTC))


def _local(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(" ", "microseconds")
