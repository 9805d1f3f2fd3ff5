"""The messages shipped with the program, read from TOML; what is wrong in a file is refused with its line."""

from functools import cache
from pathlib import Path

from desktop.i18n import _
from desktop.models.message_templates import NAMES, MessageSet, MessageTemplate, unknown_gaps
from desktop.paths import resources
from desktop.services import toml_source
from desktop.services.toml_source import TomlSource


@cache
def shipped(language: str) -> MessageSet:
    """The messages of the program in that language (``fr`` or ``en``)."""
    return messages_of(toml_source.read(shipped_path(language)), language)


def shipped_path(language: str) -> Path:
    """Where they are."""
    return resources() / "templates" / language / "messages.toml"


def messages_of(source: TomlSource, language: str) -> MessageSet:
    """The messages written in a text; ``UserError`` with the line of what is wrong."""
    from desktop.services.message_forms import MessageSetForm  # pydantic: not before the first window

    form = toml_source.validate(MessageSetForm, source)
    seen = set()
    for place, each in enumerate(form.messages):
        if each.key in seen:
            raise source.located(("messages", place, "key"), _("the key “{key}” is used twice.").format(key=each.key))
        seen.add(each.key)
        for field in ("subject", "text"):
            unknown = unknown_gaps(getattr(each, field), language)
            if unknown:
                raise source.located(("messages", place, field), unknown_words(unknown[0], language))
    return MessageSet(language, form.version, tuple(MessageTemplate(**dict(each)) for each in form.messages))


def unknown_words(gap: str, language: str) -> str:
    """Why a gap is refused, with those that there are."""
    known = " ".join(f"{{{name}}}" for name in NAMES[language])
    return _("“{gap}” is no field. Those there are: {known}").format(gap=gap, known=known)
