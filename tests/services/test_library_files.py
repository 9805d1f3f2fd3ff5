"""Out to a file and back, letter for letter; what is wrong in a file is refused with its line."""

import pytest

from desktop.errors import UserError
from desktop.models.content_edits import put, with_own_fit_test
from desktop.models.evidence import Grade
from desktop.models.grids import Grid
from desktop.models.library import ItemKind
from desktop.models.scripts import Script
from desktop.services import library, library_drafts
from desktop.services.library import Shelfmark
from desktop.services.library_files import export_text, file_name, read_file, take_in
from tests.services.library_case import GRID, NOW, SCRIPT, publish_as

SHIPPED = [
    Shelfmark(kind, key, language)
    for language in ("fr", "en")
    for kind in ItemKind
    for key in library.shipped(kind, language)
]


@pytest.fixture
def written(session, tmp_path):
    def write(mark, change=lambda text: text, name="from a colleague (2).toml"):
        path = tmp_path / name
        path.write_text(change(export_text(session, mark)), encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("mark", SHIPPED, ids=lambda mark: f"{mark.kind}-{mark.key}-{mark.language}")
def test_every_shipped_item_comes_back_equal(session, written, mark):
    found = read_file(session, written(mark), "fr")
    assert found.mark == mark and found.content == library.piece(session, mark).content


def test_what_a_rep_types_comes_back_letter_for_letter(session, written):
    hard = "Guillemets « \" ' \\ », tab\t, saut\nde ligne, é \U0001f9ed # [a] = {b}"
    content = library.piece(session, GRID).content
    content = put(put(content, ("criteria", 0, "levels", 1), hard), ("criteria", 0, "knock_out"), 0)
    content = put(content, ("criteria", 1, "evidence"), ["assumed", "stated", "stated", "documented"])
    publish_as(session, GRID, **content)
    found = read_file(session, written(GRID), "fr")
    grid = Grid.from_dict(found.content)
    assert grid == library.grid(session, "five-criteria", "en")
    assert grid.criteria[0].levels[1] == hard and grid.criteria[1].required(3) is Grade.DOCUMENTED


def test_a_file_of_a_known_key_becomes_the_next_version_and_overwrites_nothing(session, written):
    path = written(SCRIPT, lambda text: text.replace("B2B discovery", "Theirs"))
    take_in(session, read_file(session, path, "en"), now=NOW)
    piece = library.piece(session, SCRIPT)
    assert piece.in_use["name"] == "B2B discovery" and piece.draft["name"] == "Theirs" and piece.row.draft == 2
    with pytest.raises(UserError, match="A draft of “Theirs” is being written"):
        take_in(session, read_file(session, path, "en"), now=NOW)


def test_a_file_of_a_new_key_becomes_a_new_item_in_its_language(session, written):
    path = written(GRID, lambda text: text.replace('key = "five-criteria"', 'key = "house"'))
    mark = take_in(session, read_file(session, path, "fr"), now=NOW)
    assert mark == Shelfmark(ItemKind.GRID, "house", "en")
    library_drafts.publish(session, mark, now=NOW)
    assert library.grid(session, "house", "en").version == 1


def test_a_file_without_a_language_is_in_that_of_the_screen(session, written):
    path = written(GRID, lambda text: text.replace('language = "en"\n', ""))
    assert read_file(session, path, "fr").mark.language == "fr"


def test_a_script_may_name_a_grid_of_the_rep(session, written):
    house = library_drafts.duplicate(session, GRID, "House", now=NOW)
    path = written(SCRIPT, lambda text: text.replace('grid = "five-criteria"', 'grid = "house"'))
    with pytest.raises(UserError, match="there is no grid “house”"):
        read_file(session, path, "en")
    library_drafts.publish(session, house, now=NOW)
    assert read_file(session, path, "en").content["grid"] == "house"


@pytest.mark.parametrize(
    ("mark", "before", "after", "message"),
    [
        (GRID, 'family = "subjective"', 'family = "gut"', "expected one of objective, subjective."),
        (GRID, 'language = "en"', 'language = "de"', "line 3: the value of “language” is not accepted"),
        (GRID, "good = 70", "good = 170", "line 5: the value of “good” is not accepted: at most 100 is expected."),
        (GRID, "[[criteria]]", "[[columns]]", "this is not a script, a grid, a cadence, messages"),
        (GRID, 'key = "budget"', 'key = "need"', "the key “need” is used twice."),
        (SCRIPT, 'criterion = "budget"', 'criterion = "colour"', "has no criterion “colour”."),
        (SCRIPT, "weight = 3", "weight = true", "the value of “weight” is not accepted"),
        (SCRIPT, 'name = "B2B discovery"', 'name = "B2B', "line 2: this cannot be read as TOML."),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_with_line_and_reason(session, written, mark, before, after, message):
    path = written(mark, lambda text: text.replace(before, after))
    with pytest.raises(UserError) as refused:
        read_file(session, path, "en")
    assert str(refused.value).startswith("from a colleague (2).toml, line ") and message in str(refused.value)


def test_a_missing_file_is_said(session, tmp_path):
    with pytest.raises(UserError, match=r"gone\.toml cannot be opened"):
        read_file(session, tmp_path / "gone.toml", "en")


def test_an_unfinished_draft_is_not_written_out(session):
    content = put(library.piece(session, GRID).content, ("criteria", 0, "name"), "")
    library_drafts.save_draft(session, GRID, content, now=NOW)
    with pytest.raises(UserError, match="Name the criterion"):
        export_text(session, GRID)


def test_the_name_of_the_file_says_what_it_is():
    assert file_name(GRID, 3) == "grid-five-criteria-en-v3.toml"


@pytest.fixture
def carrying(session):
    """A script with a fit test of its own, in use."""
    content = with_own_fit_test(library.piece(session, SCRIPT).content, library.common_fit_test(session, "en"))
    publish_as(session, SCRIPT, **put(content, ("fit_test", "questions", 0, "text"), "What brings you to our stand?"))


def test_the_fit_test_of_a_script_travels_with_it(session, written, carrying):
    found = read_file(session, written(SCRIPT), "fr")
    assert found.content == library.piece(session, SCRIPT).content
    fit_test = Script.from_dict(found.content).fit_test
    assert fit_test and fit_test.questions[0].text == "What brings you to our stand?"


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('key = "fit-urgency"', 'key = "objective"', "the key “objective” is used twice."),
        ('text = "What brings you to our stand?"', 'text = ""', "the value of “text” is not accepted"),
    ],
)
def test_a_wrong_fit_test_is_refused_with_its_line(session, written, carrying, before, after, message):
    path = written(SCRIPT, lambda text: text.replace(before, after))
    lines = path.read_text(encoding="utf-8").splitlines()
    line = max(number for number, text in enumerate(lines, 1) if text == after)
    with pytest.raises(UserError) as refused:
        read_file(session, path, "en")
    assert f", line {line}: " in str(refused.value) and message in str(refused.value)


def test_an_unknown_criterion_of_the_fit_test_is_refused(session, written, carrying):
    path = written(
        SCRIPT,
        lambda text: (
            text[: text.index("[fit_test]")]
            + text[text.index("[fit_test]") :].replace('criterion = "timing"', 'criterion = "colour"')
        ),
    )
    with pytest.raises(UserError, match="has no criterion “colour”"):
        read_file(session, path, "en")
