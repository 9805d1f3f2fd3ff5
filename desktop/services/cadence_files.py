"""The cadences shipped with the program, read from TOML; what is wrong in a file is refused with its line."""

from collections.abc import Collection, Mapping
from functools import cache

from desktop.i18n import _
from desktop.models.cadences import Anchor, Cadence, Step
from desktop.paths import resources
from desktop.services import message_files, toml_source
from desktop.services.toml_source import TomlSource

FIRST = "nurturing-30-days"
"""The one shown first: the article's own example."""


@cache
def shipped(language: str) -> Mapping[str, Cadence]:
    """The cadences of the program in that language (``fr`` or ``en``), by key."""
    folder = resources() / "templates" / language / "cadences"
    messages = {each.key for each in message_files.shipped(language).messages}
    found = {}
    for path in sorted(folder.glob("*.toml"), key=lambda path: (path.stem != FIRST, path.stem)):
        source = toml_source.read(path)
        cadence = cadence_of(source, language, messages)
        if cadence.key != path.stem:
            message = _("the key “{key}” must be the name of the file, “{name}”.")
            raise source.located(("key",), message.format(key=cadence.key, name=path.stem))
        found[cadence.key] = cadence
    return found


def cadence_of(source: TomlSource, language: str, messages: Collection[str]) -> Cadence:
    """The cadence written in a text; ``messages`` are the keys of those it may name. ``UserError`` with the line."""
    from desktop.services.cadence_forms import CadenceForm  # pydantic: not before the first window

    form = toml_source.validate(CadenceForm, source)
    seen: set[str] = set()
    for place, step in enumerate(form.steps):
        here = ("steps", place)
        if step.key in seen:
            raise source.located((*here, "key"), _("the key “{key}” is used twice.").format(key=step.key))
        seen.add(step.key)
        if len(set(step.channels)) < len(step.channels):
            raise source.located((*here, "channels"), _("a channel is written twice."))
        if step.message and step.message not in messages:
            raise source.located((*here, "message"), _("there is no message “{key}”.").format(key=step.message))
        if step.hot_days is not None and (step.hot_days > step.days or step.anchor is Anchor.EXPIRY):
            message = _("a hot prospect is followed up sooner than the others, not later.")
            raise source.located((*here, "hot_days"), message)
    steps = tuple(Step(**dict(each)) for each in form.steps)
    for place in out_of_order(steps):
        raise source.located(("steps", place, "days"), _("this step does not come after the one before it."))
    return Cadence(**{**dict(form), "language": language, "steps": steps})


def out_of_order(steps: Collection[Step]) -> list[int]:
    """The places of the steps that do not come later than those before them, for a hot prospect or for another."""
    found, last = [], {True: 0, False: 0}
    for place, step in enumerate(steps):
        if step.anchor is Anchor.EXPIRY:
            continue
        if any(step.delay(hot) <= last[hot] for hot in (True, False)):
            found.append(place)
        last = {hot: max(last[hot], step.delay(hot)) for hot in (True, False)}
    return found
