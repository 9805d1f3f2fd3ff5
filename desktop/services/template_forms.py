"""What a template written in TOML may hold: keys, types and bounds. Apart, since pydantic is slow to import."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from desktop.models.evidence import Grade
from desktop.models.grids import TOP_LEVEL, Family
from desktop.models.need_kinds import NeedKind
from desktop.models.scripts import Kind

Text = Annotated[str, StringConstraints(min_length=1)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Percentage = Annotated[int, Field(strict=True, ge=0, le=100)]
Weight = Annotated[int, Field(strict=True, ge=1, le=10)]
Seconds = Annotated[int, Field(strict=True, ge=10, le=1800)]
Level = Annotated[int, Field(strict=True, ge=0, lt=TOP_LEVEL)]

Spoken = Literal["fr", "en"]
"""Shipped files are in the folder of their language; an exported one says it itself."""


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CriterionForm(_Form):
    key: Key
    name: Text
    family: Family
    levels: tuple[Text, Text, Text, Text]
    weight: Weight = 1
    knock_out: Level | None = None
    evidence: tuple[Grade, Grade, Grade, Grade] | None = None


class GridForm(_Form):
    key: Key
    name: Text
    language: Spoken | None = None
    version: Annotated[int, Field(strict=True, ge=1)]
    good: Percentage = 70
    medium: Percentage = 40
    complete: Percentage = 60
    criteria: Annotated[tuple[CriterionForm, ...], Field(min_length=1)]


class QuestionForm(_Form):
    key: Key
    title: Text
    text: Text
    why: str = ""
    probes: tuple[Text, ...] = ()
    criterion: Key | None = None
    need_kind: NeedKind | None = None
    weight: Weight = 1
    seconds: Seconds = 120


class SectionForm(_Form):
    key: Key
    name: Text
    questions: Annotated[tuple[QuestionForm, ...], Field(min_length=1)]


class ScriptForm(_Form):
    key: Key
    name: Text
    language: Spoken | None = None
    version: Annotated[int, Field(strict=True, ge=1)]
    kind: Kind
    grid: Key
    sections: Annotated[tuple[SectionForm, ...], Field(min_length=1)]
    fit_test: SectionForm | None = None
    """The short way of this script alone; without it, that of the script ``fit-test``."""
