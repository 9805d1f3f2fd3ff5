"""The scripts and grids shipped with the program, read from TOML in the language asked for.

What is read becomes the plain objects of the models; what is wrong is refused with its file and line.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.i18n import LANGUAGES, _
from desktop.models.grids import Criterion, Grid
from desktop.models.scripts import Question, Script, Section
from desktop.paths import resources
from desktop.services import toml_source
from desktop.services.toml_source import KeyPath, TomlSource

if TYPE_CHECKING:
    from desktop.services.template_forms import QuestionForm, SectionForm

DEFAULT_SCRIPT = "b2b"
DEFAULT_GRID = "five-criteria"
FIT_TEST = "fit-test"


def scripts(language: str) -> list[Script]:
    """Every shipped script in that language (``fr`` or ``en``), the default one first."""
    return list(_scripts(language).values())


def grids(language: str) -> list[Grid]:
    """Every shipped grid in that language, the default one first."""
    return list(_grids(language).values())


def script(key: str, language: str) -> Script:
    """The shipped script of that key; ``KeyError`` when there is none."""
    return _scripts(language)[key]


def grid(key: str, language: str) -> Grid:
    """The shipped grid of that key; ``KeyError`` when there is none."""
    return _grids(language)[key]


def with_fit_test(script: Script, grid: Grid, fit_test: Script | None = None) -> Script:
    """``script`` with a fit test one key away in the call: the one that it carries, otherwise ``fit_test`` (the shipped
    one in its own language unless given).

    A criterion that ``grid`` does not have is informed by none of its questions. The fit test itself is given back as
    it is: it has no shorter way than itself.
    """
    if script.key == FIT_TEST or script.language not in LANGUAGES:
        return script
    section = script.fit_test or (fit_test or _scripts(script.language)[FIT_TEST]).sections[0]
    taken = {question.key for question in script.questions}
    criteria = {criterion.key for criterion in grid.criteria}
    questions = []
    for question in section.questions:
        key = question.key
        while key in taken:
            key = f"fit-{key}"
        taken.add(key)
        informed = question.criterion if question.criterion in criteria else None
        questions.append(replace(question, key=key, criterion=informed))
    return replace(script, fit_test=replace(section, questions=tuple(questions)))


@cache
def _grids(language: str) -> Mapping[str, Grid]:
    return {path.stem: read_grid(path, language) for path in _files(language, "grids", DEFAULT_GRID)}


@cache
def _scripts(language: str) -> Mapping[str, Script]:
    grids = _grids(language)
    return {path.stem: read_script(path, language, grids) for path in _files(language, "scripts", DEFAULT_SCRIPT)}


def _files(language: str, kind: str, default: str) -> list[Path]:
    folder = resources() / "templates" / language / kind
    return sorted(folder.glob("*.toml"), key=lambda path: (path.stem != default, path.stem))


def read_grid(path: Path, language: str) -> Grid:
    """The grid written in ``path``; ``UserError`` with the line of what is wrong."""
    source = toml_source.read(path)
    grid = grid_of(source, language)
    _check_file_name(source, grid.key, path)
    return grid


def grid_of(source: TomlSource, language: str) -> Grid:
    """The grid written in a text, whatever the name of its file."""
    from desktop.services.template_forms import GridForm  # pydantic is not worth waiting for before the first window

    form = toml_source.validate(GridForm, source)
    _refuse_repeats(source, ((("criteria", i, "key"), each.key) for i, each in enumerate(form.criteria)))
    if form.medium > form.good:
        raise source.located(("medium",), _("“medium” may not be above “good”."))
    criteria = tuple(Criterion(**dict(each)) for each in form.criteria)
    return Grid(**{**dict(form), "language": language, "criteria": criteria})


def read_script(path: Path, language: str, grids: Mapping[str, Grid]) -> Script:
    """The script written in ``path``, checked against the grid it names; ``UserError`` with the line otherwise."""
    source = toml_source.read(path)
    script = script_of(source, language, grids)
    _check_file_name(source, script.key, path)
    return script


def script_of(source: TomlSource, language: str, grids: Mapping[str, Grid]) -> Script:
    """The script written in a text, whatever the name of its file."""
    from desktop.services.template_forms import ScriptForm

    form = toml_source.validate(ScriptForm, source)
    questions: list[tuple[KeyPath, QuestionForm]] = [
        (("sections", i, "questions", j), question)
        for i, section in enumerate(form.sections)
        for j, question in enumerate(section.questions)
    ]
    if form.fit_test is not None:
        questions += [(("fit_test", "questions", j), question) for j, question in enumerate(form.fit_test.questions)]
    _refuse_repeats(source, ((("sections", i, "key"), each.key) for i, each in enumerate(form.sections)))
    _refuse_repeats(source, (((*place, "key"), each.key) for place, each in questions))
    if form.grid not in grids:
        raise source.located(("grid",), _("there is no grid “{key}”.").format(key=form.grid))
    criteria = {criterion.key for criterion in grids[form.grid].criteria}
    for place, question in questions:
        if question.criterion is not None and question.criterion not in criteria:
            message = _("the grid “{grid}” has no criterion “{key}”.")
            raise source.located((*place, "criterion"), message.format(grid=form.grid, key=question.criterion))
    fit_test = _section(form.fit_test) if form.fit_test else None
    sections = tuple(map(_section, form.sections))
    return Script(**{**dict(form), "language": language, "sections": sections, "fit_test": fit_test})


def _section(form: "SectionForm") -> Section:
    return Section(form.key, form.name, tuple(Question(**dict(each)) for each in form.questions))


def _check_file_name(source: TomlSource, key: str, path: Path) -> None:
    # A copied file whose key was forgotten would silently stand for the other one.
    if key != path.stem:
        message = _("the key “{key}” must be the name of the file, “{name}”.").format(key=key, name=path.stem)
        raise source.located(("key",), message)


def _refuse_repeats(source: TomlSource, keys: Iterable[tuple[KeyPath, str]]) -> None:
    seen = set()
    for place, key in keys:
        if key in seen:
            raise source.located(place, _("the key “{key}” is used twice.").format(key=key))
        seen.add(key)
