"""Merging is one act of the page: said, undone, done again; separated later from the file."""

from desktop.services import merging
from desktop.services.prospect_rows import prospect_rows
from tests.conftest import MONDAY
from tests.ui.prospects.merge_pair import scene


def names(workspace) -> set[str]:
    return {row.name for row in workspace.ask(prospect_rows)}


def test_merged_undone_and_done_again(qtbot, workspace) -> None:
    made = scene(qtbot, workspace)
    both = names(workspace)
    assert made.acts.merge(made.kept, made.merged, {"company": "kept"}, "Durand SA")
    assert names(workspace) == {"Durand"} and made.said == ["Merged: Durand SA"]
    made.undos[-1]()
    assert names(workspace) == both
    made.stack.redo()
    assert names(workspace) == {"Durand"}
    (file,) = workspace.ask(merging.merged_into, made.kept)
    assert made.acts.separate(file) and names(workspace) == both
    assert made.said[-1] == "Separated: <b>Durand SA."


def test_refusals_are_said(qtbot, workspace) -> None:
    made = scene(qtbot, workspace)
    assert not made.acts.merge(made.kept, made.kept, {}, "Durand")
    assert made.said == ["One of these files is no longer there."] and not made.stack.canUndo()
    done = workspace.do(merging.merge, made.kept, made.merged, now=MONDAY)
    (file,) = workspace.ask(merging.merged_into, made.kept)
    from desktop.services.prospects import create_prospect

    third = workspace.do(create_prospect, now=MONDAY, company="Tiers")
    workspace.do(merging.merge, third, made.kept, now=MONDAY)
    assert not made.acts.separate(file) and "Separate that first" in made.said[-1] and done == file.merge_id
