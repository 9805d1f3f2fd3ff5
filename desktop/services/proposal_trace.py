"""What each block of a proposal rests on: the words they said, so that every sentence about them can be traced.

A need, its answer and the options that cover it rest on the words that state it; the return on the words its figures
come from; the plan on the words that give its day. A text written by hand rests on the words it quotes, on the need it
repeats, or on the need that it shares two words with. The company's own standing words are about nobody: they are no
block here.
"""

import re
import unicodedata
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.clock import PARIS
from desktop.models.calls import Verbatim
from desktop.models.facts import Fact, find_facts
from desktop.models.proposals import Option, Proposal, ProposalNeed
from desktop.services.evidence import Words
from desktop.services.needs import StatedNeed, needs_of
from desktop.services.proposal_cards import quotes_of
from desktop.services.proposal_content import Quote
from desktop.services.proposal_options import options_of
from desktop.services.proposal_returns import verbatims_of
from desktop.services.prospects import load_prospect

TITLE, LEAD, OBJECTIVE, COST, RECOMMENDATION = "title", "lead", "objective", "cost", "recommendation"
PLAN, RETURNS = "plan", "returns"
GAIN, NEED, ANSWER, OPTION = "gain:", "need:", "answer:", "option:"
"""Followed by a place from 0, the key of a ``ProposalNeed`` (twice), and that of an ``Option``."""

_STEM = 4
"""Signs of a word that must agree: perd, perdu, perdons."""
_ENOUGH = 2
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "vous nous votre notre vos nos leur leurs cette entre quand comme alors aussi encore toujours jamais parce "
        "depuis avant apres chaque tout toute toutes tous faire fait avoir avons avez etre sont cela dans avec pour "
        "plus moins sans mais donc plusieurs beaucoup bien tres sera seront elle elles deux trois your their there "
        "this that these those they with from which would about every other after before where while could should "
        "because never always being having have will what when then than more less just very into only been were",
    )
)


@dataclass(frozen=True)
class TracedBlock:
    """``where`` says which block it is, ``text`` what it says, ``verbatims`` which citable words it rests on."""

    where: str
    text: str
    verbatims: tuple[uuid.UUID, ...]

    @property
    def backed(self) -> bool:
        """Whether they said something that stands behind it."""
        return bool(self.verbatims)

    @property
    def quoted(self) -> bool:
        """Whether it is their words as they are, rather than something that we wrote."""
        return self.where == LEAD or self.where.startswith(NEED)


@dataclass(frozen=True)
class BlockWords:
    """A block and the words behind it, in the order they were said."""

    block: TracedBlock
    pieces: tuple[Words, ...]
    others: tuple[Words, ...] = ()

    @property
    def all_words(self) -> tuple[Words, ...]:
        return self.pieces + self.others


def trace(
    proposal: Proposal,
    rows: Sequence[ProposalNeed],
    options: Sequence[Option],
    stated: Mapping[uuid.UUID, StatedNeed],
    quotes: Mapping[uuid.UUID, Quote],
) -> tuple[TracedBlock, ...]:
    """Every block that is about them, in the order of the document; what says nothing is no block."""
    included = [row for row in rows if row.included and row.need_id in stated]
    needs = {row.id: tuple(each.id for each in stated[row.need_id].citable) for row in included}
    found = [*_texts(proposal, included, options, stated, quotes)]
    for row in included:
        name = row.understanding or stated[row.need_id].name
        found.append(TracedBlock(f"{NEED}{row.id}", name, needs[row.id]))
        if row.answer.strip():
            found.append(TracedBlock(f"{ANSWER}{row.id}", row.answer, needs[row.id]))
    for option in options:
        covered = [needs[row.id] for row in included if str(row.id) in option.answers]
        keys = tuple(dict.fromkeys(key for words in covered for key in words))
        found.append(TracedBlock(f"{OPTION}{option.id}", option.name, keys))
    if proposal.plan and proposal.wished_on is not None:
        found.append(TracedBlock(PLAN, "", _about_the_day(proposal, stated)))
    if counted := verbatims_of(proposal.returns, quotes):
        found.append(TracedBlock(RETURNS, "", counted))
    return tuple(found)


def words_of_block(session: Session, proposal_id: uuid.UUID, where: str, *, zone: tzinfo = PARIS) -> BlockWords | None:
    """The words behind one block, to be shown; ``None`` when the proposal has no such block (any more)."""
    proposal = session.get_one(Proposal, proposal_id)
    prospect = load_prospect(session, proposal.prospect_id)
    stated = {each.need.id: each for each in needs_of(session, prospect.id)}
    quotes = quotes_of(session, prospect, stated.values(), zone)
    query = select(ProposalNeed).where(ProposalNeed.proposal_id == proposal_id).order_by(ProposalNeed.position)
    rows = session.scalars(query).all()
    blocks = trace(proposal, rows, options_of(session, proposal_id), stated, quotes)
    block = next((each for each in blocks if each.where == where), None)
    if block is None:
        return None
    said = {each.id: each for need in stated.values() for each in need.citable if each.id in block.verbatims}
    order = sorted(said.values(), key=lambda each: (each.at, each.sequence))
    return BlockWords(block, tuple(_words(each, quotes[each.id].speaker) for each in order))


def _texts(
    proposal: Proposal,
    included: Sequence[ProposalNeed],
    options: Sequence[Option],
    stated: Mapping[uuid.UUID, StatedNeed],
    quotes: Mapping[uuid.UUID, Quote],
) -> Iterator[TracedBlock]:
    """What the rep writes on page 1, and the words that open it."""
    texts = [(TITLE, proposal.title), (OBJECTIVE, proposal.objective), (COST, proposal.cost_today)]
    texts.append((RECOMMENDATION, proposal.recommendation))
    texts += [(f"{GAIN}{place}", text) for place, text in enumerate(each for each in proposal.gains if each.strip())]
    lead = proposal.lead_verbatim_id
    for where, text in texts:
        if text.strip():
            behind = _behind(text, included, stated, quotes)
            if where == RECOMMENDATION and not behind:
                behind = _behind_the_option(options, included, stated)
            yield TracedBlock(where, text, behind)
        if where == TITLE and lead is not None and lead in quotes:
            yield TracedBlock(LEAD, quotes[lead].text, (lead,))


def _behind(
    text: str,
    included: Sequence[ProposalNeed],
    stated: Mapping[uuid.UUID, StatedNeed],
    quotes: Mapping[uuid.UUID, Quote],
) -> tuple[uuid.UUID, ...]:
    """The words a text quotes, else those of the needs that it repeats, or the benefit of whose answer it repeats,
    else of those it shares two words with.
    """
    plain = _plain(text)
    quoted = tuple(key for key, quote in quotes.items() if quote.text.strip() and _plain(quote.text) in plain)
    if quoted:
        return quoted
    stems = _stems(text)
    repeated: list[uuid.UUID] = []
    close: list[uuid.UUID] = []
    for row in included:
        need = stated[row.need_id]
        words = [each.id for each in need.citable]
        own = [each for each in (row.understanding, need.need.statement) if each.strip()]
        if plain.rstrip(" .") in {_plain(each).rstrip(" .") for each in (*own, row.benefit)}:
            repeated += words
        spoken = frozenset[str]().union(*(_stems(each) for each in (*own, *(said.words for said in need.citable))))
        if len(stems & spoken) >= _ENOUGH:
            close += words
    return tuple(dict.fromkeys(repeated or close))


def _behind_the_option(
    options: Sequence[Option], included: Sequence[ProposalNeed], stated: Mapping[uuid.UUID, StatedNeed]
) -> tuple[uuid.UUID, ...]:
    """The words of the needs that the recommended option answers: what recommends it rests on them."""
    answers = {key for option in options if option.recommended for key in option.answers}
    rows = [row for row in included if str(row.id) in answers]
    return tuple(dict.fromkeys(each.id for row in rows for each in stated[row.need_id].citable))


def _about_the_day(proposal: Proposal, stated: Mapping[uuid.UUID, StatedNeed]) -> tuple[uuid.UUID, ...]:
    """The words that give the wished day, or that state a need by that day."""
    wished = proposal.wished_on
    if wished is None:
        return ()
    found = []
    for each in stated.values():
        for verbatim in each.citable:
            said = any(
                fact.due_on and (fact.from_on or fact.due_on) <= wished <= fact.due_on for fact in _facts(verbatim)
            )
            if said or each.need.due_on == wished:
                found.append(verbatim.id)
    return tuple(dict.fromkeys(found))


def _facts(verbatim: Verbatim) -> tuple[Fact, ...]:
    return find_facts(verbatim.words, verbatim.at.date())


def _words(verbatim: Verbatim, speaker: str) -> Words:
    return Words(
        entry_id=verbatim.id,
        words=verbatim.words,
        typed=verbatim.text if verbatim.corrected else "",
        speaker=speaker,
        at=verbatim.at,
        offset_seconds=verbatim.offset_seconds,
        call_id=verbatim.call_id,
        grade=verbatim.grade,
        by_question=True,
        by_hand=None,
    )


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").replace("œ", "oe"))
    return " ".join("".join(sign for sign in spread if not unicodedata.combining(sign)).split())


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in re.findall(r"[a-z]{4,}", _plain(text)) if word not in _COMMON)
