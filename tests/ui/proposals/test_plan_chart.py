"""The small picture of a plan."""

from desktop.ui import theme
from desktop.ui.proposals.plan_chart import PlanChart
from tests.documents.plan_case import LATE, PLAN, long_plan


def test_it_draws_as_many_rows_as_steps_and_nothing_without_a_plan(qtbot):
    chart = PlanChart()
    qtbot.addWidget(chart)
    chart.show_plan(None)
    assert not chart.isVisible() and chart.sizeHint().height() == 0
    chart.show_plan(PLAN)
    low = chart.sizeHint().height()
    chart.show_plan(long_plan(20))
    assert chart.sizeHint().height() - low == 13 * (20 - len(PLAN.steps))
    assert chart.accessibleName().startswith("Plan from ")


def test_our_bars_are_full_and_theirs_are_not(qtbot):
    chart = PlanChart()
    qtbot.addWidget(chart)
    chart.resize(420, chart.sizeHint().height())
    for plan in (PLAN, LATE):
        chart.show_plan(plan)
        chart.resize(420, chart.sizeHint().height())
        image = chart.grab().toImage()
        accent = theme.current().colour("accent").rgb()
        for place, full in ((0, False), (4, True)):
            step = plan.steps[place]
            middle = step.starts_on + (step.ends_on - step.starts_on) / 2
            x = round(chart._x(plan, middle) + 1)
            y = 18 + 13 * place + 6
            assert (image.pixelColor(x, y).rgb() == accent) is full
