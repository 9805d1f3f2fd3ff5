"""The commands of the page: each does what it is named after, and no key is told twice."""

from desktop.ui.actions import ActionRegistry
from desktop.ui.prospects.page import ProspectsPage


def test_each_command_of_the_page_runs_and_no_key_is_told_twice(page: ProspectsPage) -> None:
    registry, asked = ActionRegistry(), []
    registry.add(*page.commands())
    for name in ("call", "proposal"):
        getattr(page, f"{name}_requested").connect(lambda _key, name=name: asked.append(name))
        registry.get(f"prospects.{name}").trigger()
    assert asked == ["call", "proposal"]
    page.table.setFocus()
    registry.get("prospects.edit").trigger()
    assert page.detail.fields.fields["company"].editor.hasFocus() and page.acts.editor.popover is None
    assert registry.get("prospects.wide").text == "List alone"
    registry.get("prospects.wide").trigger()
    assert registry.get("prospects.wide").text == "List beside the file"
    registry.get("prospects.find").trigger()
    assert page.search.hasFocus()
    registry.get("prospects.step").trigger()
    assert page.detail.steps.popover is not None and page.detail.steps.popover.isVisible()
    page.detail.steps.popover.close()
    registry.get("prospects.remove").trigger()
    assert page.model.rowCount() == 1
    registry.get("prospects.new").trigger()
    assert page.new_panel.isVisible()
    assert page.hints()[0] == ("filter", "Ctrl+F")
