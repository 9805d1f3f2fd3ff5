"""A call as it stands after hours: hundreds of lines of every kind, two people on the line, all criteria scored."""

import random
import uuid
from datetime import timedelta

from desktop.models.calls import Answer
from desktop.services import calls, entry_lines, needs, objections, prospects, reformulations, speakers, templates
from desktop.services.reformulations import Reply
from desktop.ui.workspace import Workspace

_KINDS = ("verbatim", "verbatim", "verbatim", "note", "objection", "question")
_WORDS = (
    "On perd une journée par semaine à ressaisir les devis.",
    "Ce qui nous manque, c’est de savoir qui relancer.",
    "Mon associé regarde cela avec moi.",
    "L’équipe travaille dans trois ateliers.",
)
"""They contradict no score: a doubt that comes and goes is measured apart."""
_TAGS = ("impact", "budget", "délai", "concurrent")


def begin(workspace: Workspace, entries: int, seed: int = 5) -> uuid.UUID:
    """A running call that holds that many entries. The same seed gives the same words."""
    return workspace.do(_begin, entries, random.Random(seed), workspace)


def _begin(session: object, count: int, chance: random.Random, workspace: Workspace) -> uuid.UUID:
    now = workspace.clock.now()
    prospect = prospects.create_prospect(session, now=now, company="Atelier Roux", person="Claire Morel")
    script, grid = templates.script("b2b", "fr"), templates.grid("five-criteria", "fr")
    call_id = calls.start_call(session, prospect, script, grid, now=now)
    claire = calls.outline(session, call_id).contact.id
    marc = speakers.add_speaker(session, call_id, "Marc Andrieu", now=now, job_title="Directeur de production")
    said, answers = [], (0, 1, 2, 3, "?")
    for number in range(count):
        at, kind = now + timedelta(seconds=5 * number), chance.choice(_KINDS)
        speakers.set_speaker(session, call_id, chance.choice((claire, marc)))
        entry = calls.add_entry(
            session,
            call_id,
            kind,
            f"{chance.choice(_WORDS)} ({number})",
            at=at,
            question=chance.choice(script.questions).key,
            offset_seconds=5 * number,
        )
        if chance.random() < 0.3:
            entry_lines.set_tags(session, entry, chance.sample(_TAGS, chance.randrange(1, 3)))
        if kind == "verbatim":
            said.append(entry)
            calls.set_citable(session, entry, chance.random() < 0.4)
        elif kind == "objection" and chance.random() < 0.5:
            objections.settle(session, entry, chance.random() < 0.5)
    for place, entry in enumerate(said[:: max(1, len(said) // 24)]):
        needs.add_need(session, prospect, [entry], now=now)
        reply = (Reply.CONFIRMED, Reply.REFUSED)[place % 2]
        reformulations.answer(session, entry, "Si je comprends bien, c’est cela ?", reply, now)
    for criterion in grid.criteria:
        for person in (claire, marc):
            answer: Answer = chance.choice(answers)
            calls.set_score(session, call_id, criterion.key, answer, at=now, speaker=person)
    return call_id
