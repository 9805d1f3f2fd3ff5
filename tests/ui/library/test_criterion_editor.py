"""One criterion: its levels, its knock-out, and the evidence it asks for."""

from desktop.models.evidence import Grade
from desktop.models.grids import Grid
from desktop.services import templates
from tests.ui.library.conftest import GRID


def choose(combo, place):
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def test_levels_knock_out_and_weight_are_written(bench):
    page = bench.page
    page.open_item(GRID)
    page.edit()
    page.editor.show_place(("criteria", 1))
    part = page.editor.criterion_part
    bench.type(part.levels[0].editor, "No money")
    choose(part.knock_out.editor, 1)
    part.weight.editor.setValue(3)
    part.fields.flush()
    criterion = Grid.from_dict(bench.draft(GRID)).criteria[1]
    assert (criterion.levels[0], criterion.knock_out, criterion.weight) == ("No money", 0, 3)


def test_evidence_follows_the_family_until_it_is_said(bench):
    page = bench.page
    page.open_item(GRID)
    page.edit()
    page.editor.show_place(("criteria", 1))
    part = page.editor.criterion_part
    assert [combo.currentData() for combo in part.evidence] == ["assumed", "assumed", "stated", "confirmed"]
    choose(part.family.editor, 1)
    assert [combo.currentData() for combo in part.evidence] == ["assumed"] * 4
    assert part.about.text().startswith("An impression is enough")
    choose(part.family.editor, 0)
    choose(part.evidence[3], 3)
    assert Grid.from_dict(bench.draft(GRID)).criteria[1].required(3) is Grade.DOCUMENTED
    assert "hollow" in part.about.text()
    choose(part.evidence[3], 2)
    assert bench.draft(GRID)["criteria"][1]["evidence"] is None, "what is usual is left unsaid"
    assert Grid.from_dict(bench.draft(GRID)).criteria == templates.grid("five-criteria", "en").criteria
