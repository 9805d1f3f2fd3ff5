"""What a cadence written in TOML may hold. Apart, since pydantic is slow to import."""

from typing import Annotated

from pydantic import Field

from desktop.models.cadences import LONGEST, Anchor
from desktop.models.followup_kinds import Channel, Objective
from desktop.services.template_forms import Key, Spoken, Text, _Form

Days = Annotated[int, Field(strict=True, ge=1, le=LONGEST)]


class StepForm(_Form):
    key: Key
    days: Days
    hot_days: Days | None = None
    anchor: Anchor = Anchor.START
    objective: Objective
    channels: Annotated[tuple[Channel, ...], Field(min_length=1)]
    subject: str = ""
    brings: str = ""
    message: str = ""


class CadenceForm(_Form):
    key: Key
    name: Text
    language: Spoken | None = None
    version: Annotated[int, Field(strict=True, ge=1)]
    about: str = ""
    steps: Annotated[tuple[StepForm, ...], Field(min_length=1)]
