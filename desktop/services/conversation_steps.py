"""The acts of a rep during the call of a conversation file, one a step; see ``docs/conversations.md``."""

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from desktop.i18n import _
from desktop.models.grids import TOP_LEVEL
from desktop.models.matrix import Heat
from desktop.models.needs import Reply

Text = Annotated[str, StringConstraints(min_length=1)]
Line = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\n]*$")]
Words = Annotated[str, StringConstraints(pattern=r"^[^\n]*$")]
"""A line that may be empty."""
Yes = Literal[True]
Flag = Annotated[bool, Field(strict=True)]
Level = Annotated[int, Field(strict=True, ge=0, le=TOP_LEVEL)]
Minutes = Annotated[int, Field(strict=True, ge=1, le=240)]
Seconds = Annotated[int, Field(strict=True, ge=0, le=86_400)]

_ACTS = (
    "ask",
    "say",
    "correct",
    "score",
    "unknown",
    "heat",
    "next",
    "speaker",
    "joins",
    "reformulate",
    "need",
    "accept",
    "objection",
    "prove",
    "minutes",
    "fit_test",
    "advised",
    "seen",
    "mirror",
    "undo",
    "resume_at",
)
"""One of them a step. ``citable`` is one too, unless it stands beside ``say``."""
_BESIDE = (
    ("correction", "reformulate"),
    ("settled", "objection"),
)
"""Keys that say more of an act, and the act that they go with."""
_NOT_UNDONE = ("ask", "next", "speaker", "minutes", "fit_test", "advised", "seen", "undo", "resume_at")


class Form(BaseModel):
    """A table of the file: nothing in it is unknown, nothing changes once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class MirrorForm(Form):
    """What the prospect does on the page turned towards them. A point is named by the words that stand on it."""

    tick: tuple[Line, ...] = ()
    strike: tuple[Line, ...] = ()
    correct: dict[Line, Line] = {}
    """By the words on the page, those that they put in their place."""
    order: tuple[Line, ...] = ()
    """The first points of the page, as they rank them."""
    sign: Words = ""
    """Their name, written and drawn; not signed when empty."""

    @model_validator(mode="after")
    def _says_one_thing_of_each(self) -> Self:
        told = [*self.tick, *self.strike, *self.correct]
        if len(set(told)) < len(told):
            raise ValueError(_("the same words are ticked, struck out or put right twice."))
        if not told and not self.sign:
            raise ValueError(_("nothing is done on this page: tick, strike, correct or sign."))
        return self

    @property
    def named(self) -> tuple[str, ...]:
        """Every point that is named, once each."""
        return tuple(dict.fromkeys([*self.tick, *self.strike, *self.correct, *self.order]))


class Step(Form):
    """One act of the rep during the call; ``wait`` seconds pass before it."""

    ask: Text | None = None
    say: Line | None = None
    """A line as it is typed: its first sign says what it is."""
    correct: Line | None = None
    """Typed over the last entry, taken back into the line."""
    score: Level | None = None
    unknown: Yes | None = None
    criterion: Text | None = None
    """For ``score`` and ``unknown``: another criterion than that of the question asked."""
    citable: Yes | None = None
    """Alone: the last verbatim; with ``say``: this one."""
    heat: Heat | None = None
    next: Yes | None = None
    speaker: Line | None = None
    """Who speaks from now on: the name of a contact."""
    joins: Line | None = None
    """Somebody who joins and speaks: a name, and after a comma a job title."""
    reformulate: Reply | None = None
    """The last verbatim is said back, and this is what they answer."""
    correction: Line | None = None
    need: Yes | None = None
    """A need is made of the last verbatim."""
    accept: Yes | None = None
    """The figure or the date that the program offers is taken."""
    objection: Text | None = None
    """The key of the card that answers the last objection."""
    settled: Flag | None = None
    prove: Text | None = None
    """The criterion that the last verbatim is linked to by hand."""
    minutes: Minutes | None = None
    """How much time is left, from now."""
    fit_test: Yes | None = None
    """To the express fit test, or back from it."""
    advised: Yes | None = None
    """To the question that the program advises."""
    seen: Yes | None = None
    """The contradiction on the screen is put away."""
    mirror: MirrorForm | None = None
    undo: Yes | None = None
    """What the step before did is taken back."""
    resume_at: datetime | None = None
    """The call is left and taken up again then: a wall clock."""
    wait: Seconds = 0

    @model_validator(mode="after")
    def _is_one_act(self) -> Self:
        count = len(self.acts)
        if count > 1:
            raise ValueError(_("a step is one act: write the others as steps of their own."))
        if self.criterion and self.score is None and not self.unknown:
            raise ValueError(_("“criterion” goes with “score” or “unknown”."))
        for key, act in _BESIDE:
            if getattr(self, key) is not None and act not in self.acts:
                raise ValueError(_("“{key}” goes with “{act}”.").format(key=key, act=act))
        if (self.reformulate is Reply.CORRECTED) != (self.correction is not None):
            raise ValueError(_("write as “correction” how they put it right, and only then."))
        if count == 0 and not self.wait:
            raise ValueError(_("this step does nothing: write what is asked, said or scored."))
        return self

    @property
    def acts(self) -> tuple[str, ...]:
        """The keys of what it does: one, or none when it only waits."""
        found = tuple(act for act in _ACTS if getattr(self, act) is not None)
        return (*found, "citable") if self.citable and self.say is None else found

    @property
    def undoable(self) -> bool:
        """Whether ``undo`` takes it back. To go from one question to another is no act to undo."""
        return bool(self.acts) and self.acts[0] not in _NOT_UNDONE
