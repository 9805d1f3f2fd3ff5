"""The rules of contradiction shipped with the program, and the lines of a call as these rules hear them."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from desktop.i18n import _
from desktop.models.calls import Entry, Objection, Verbatim
from desktop.models.contradictions import Rule, RuleBook, Said, ScoreCondition
from desktop.paths import resources
from desktop.services import toml_source


@cache
def rules(language: str) -> RuleBook:
    """The shipped rules in that language (``fr`` or ``en``): that of the script, since it is the prospect's."""
    return read_rules(resources() / "templates" / language / "contradictions.toml")


def read_rules(path: Path) -> RuleBook:
    """The rules written in ``path``; ``UserError`` with the line of what is wrong."""
    from desktop.services.contradiction_forms import RuleBookForm  # pydantic: not before the first window

    source = toml_source.read(path)
    form = toml_source.validate(RuleBookForm, source)
    seen = set()
    for place, rule in enumerate(form.rules):
        if rule.key in seen:
            message = _("the key “{key}” is used twice.").format(key=rule.key)
            raise source.located(("rules", place, "key"), message)
        seen.add(rule.key)
        if not (rule.said or rule.heat or rule.scores):
            raise source.located(("rules", place), _("this rule holds whatever is said: give it words or a score."))
    made = (
        Rule(**{**dict(each), "scores": tuple(ScoreCondition(**dict(score)) for score in each.scores)})
        for each in form.rules
    )
    return RuleBook(form.language, tuple(made), form.elsewhere)


def lines(entries: Iterable[Entry]) -> Iterator[Said]:
    """What the prospect said among ``entries``, verbatims and objections; what the rep wrote is left out."""
    for entry in entries:
        if isinstance(entry, Verbatim | Objection):
            yield Said(entry.id, entry.sequence, entry.words, entry.contact_id)
