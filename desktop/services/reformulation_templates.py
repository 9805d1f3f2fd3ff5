"""The sentences to say a need back: shipped in TOML, and refused with their file and line when badly written."""

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.i18n import _
from desktop.models.library import ItemKind, LibraryItem
from desktop.models.need_kinds import NeedKind
from desktop.models.need_kinds import label as kind_label
from desktop.models.reformulations import CLAUSE, WORDS, SpokenTemplate
from desktop.paths import resources
from desktop.services import toml_source
from desktop.services.toml_source import TomlSource

if TYPE_CHECKING:
    from desktop.services.reformulation_forms import ReformulationsForm

_GAP = re.compile(r"\{[^}]*\}?|\}")


def templates_in_use(session: Session, language: str) -> tuple[SpokenTemplate, ...]:
    """Every sentence that may be proposed in that language: the latest that the rep published, else the shipped."""
    query = (
        select(LibraryItem.content)
        .where(
            LibraryItem.kind == ItemKind.REFORMULATIONS,
            LibraryItem.language == language,
            LibraryItem.published_at.is_not(None),
        )
        .order_by(LibraryItem.version.desc())
        .limit(1)
    )
    content = session.scalars(query).first()
    if content is None:
        return shipped(language)
    return tuple(
        SpokenTemplate(each["key"], each["text"], NeedKind(each["kind"]) if each["kind"] else None)
        for each in content["sentences"]
    )


def sentences(session: Session, kind: NeedKind, language: str) -> list[SpokenTemplate]:
    """Those that suit a kind of need, its own first."""
    fitting = [each for each in templates_in_use(session, language) if each.kind in (kind, None)]
    return sorted(fitting, key=lambda each: each.kind is None)


@cache
def shipped(language: str) -> tuple[SpokenTemplate, ...]:
    """The sentences shipped in that language."""
    return read_reformulations(resources() / "templates" / language / "reformulations.toml")


def read_reformulations(path: Path) -> tuple[SpokenTemplate, ...]:
    """The sentences written in ``path``; ``UserError`` with the line of what is wrong."""
    from desktop.services.reformulation_forms import ReformulationsForm  # pydantic: slow to import

    source = toml_source.read(path)
    form = toml_source.validate(ReformulationsForm, source)
    _check(source, form)
    return tuple(SpokenTemplate(each.key, each.text, each.kind) for each in form.sentences)


def _check(source: TomlSource, form: "ReformulationsForm") -> None:
    seen = set()
    for place, each in enumerate(form.sentences):
        if each.key in seen:
            raise source.located(("sentences", place, "key"), _("the key “{key}” is used twice.").format(key=each.key))
        seen.add(each.key)
        if _GAP.findall(each.text) not in ([CLAUSE], [WORDS]):
            message = _("a sentence has one gap: {clause}, their words turned towards them, or {words}, quoted.")
            raise source.located(("sentences", place, "text"), message.format(clause=CLAUSE, words=WORDS))
    for kind in NeedKind:
        if not any(each.kind in (kind, None) and CLAUSE in each.text for each in form.sentences):
            message = _("there is no sentence with {clause} for “{kind}”.")
            raise source.located(("sentences",), message.format(clause=CLAUSE, kind=kind_label(kind)))
    if not any(each.kind is None and WORDS in each.text for each in form.sentences):
        message = _("a sentence without a kind must quote with {words}: it serves when their words cannot be turned.")
        raise source.located(("sentences",), message.format(words=WORDS))
