"""Nothing to do: the one button does what is worth doing then."""

from desktop.ui.today.nothing import nothing
from desktop.ui.widgets.empty_state import EmptyState


def test_the_button_plans_for_those_without_a_step_or_writes_somebody_down(qtbot) -> None:
    said: list[str] = []
    for unplanned in (3, 0):
        card = nothing(unplanned, lambda: said.append("plan"), lambda: said.append("new"))
        qtbot.addWidget(card)
        state = card.findChild(EmptyState)
        assert state.detail.text() == ("3 prospects have no next step." if unplanned else "")
        state.button.click()
    assert said == ["plan", "new"]
