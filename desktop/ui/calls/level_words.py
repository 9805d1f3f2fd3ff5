"""What stands under a criterion of the live grid: what its level means, or what is known of it before it is asked."""

from desktop.i18n import _, current
from desktop.services.grids import CriterionRow
from desktop.ui.calls.wording import inside


def level_words(row: CriterionRow) -> str:
    """What the chosen level means; otherwise the level of an earlier call, or the two ends of the scale."""
    levels = row.criterion.levels
    if isinstance(row.answer, int):
        return levels[row.answer]
    if row.carried is not None and row.carried_at is not None:
        earlier = _("Earlier: {level} on {date}, {meaning}")
        day = current().date(row.carried_at.date(), "short")
        return earlier.format(level=row.carried, date=day, meaning=inside(levels[row.carried]))
    anchors = _("Unknown. 0 = {lowest}, 3 = {highest}") if row.answer == "?" else _("0 = {lowest}, 3 = {highest}")
    return anchors.format(lowest=inside(levels[0]), highest=inside(levels[3]))
