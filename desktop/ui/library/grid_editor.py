"""A grid under the pen: its criteria, its thresholds and their live effect, and its replay over history."""

from collections.abc import Sequence

from desktop.i18n import _
from desktop.models.content_edits import Content, Place, fresh_key, keys_in
from desktop.models.grids import TOP_LEVEL, Grid
from desktop.services import library_blanks
from desktop.ui.library.criterion_editor import CriterionEditor
from desktop.ui.library.desk import Desk
from desktop.ui.library.editor import ItemEditor, appended, flat_lines
from desktop.ui.library.outline import OutlineRow
from desktop.ui.library.part import Part
from desktop.ui.library.replay_card import ReplayCard
from desktop.ui.library.whole_part import WholePart
from desktop.ui.widgets.labels import PlainLabel


class GridPart(WholePart):
    """The grid as a whole."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        fields = self.fields
        self.name = fields.line(("name",), _("Name of the grid"))
        percent = _(" %")
        self.good = fields.number(("good",), _("Good from"), 0, 100, 5, percent)
        self.medium = fields.number(("medium",), _("Medium from"), 0, 100, 5, percent)
        self.complete = fields.number(("complete",), _("Complete from"), 0, 100, 5, percent)
        self.effect = PlainLabel("", "medium", wrap=True)
        self.replay = ReplayCard(desk)
        self.column.addWidget(self.name)
        self.column.addWidget(self.missing)
        self.row(self.good, self.medium, self.complete)
        for widget in (self.effect, self.notes, self.replay, self.history):
            self.column.addWidget(widget)

    def show_part(self, place: Place, notes: Sequence[str] = ()) -> None:
        super().show_part(place, notes)
        grid = Grid.from_dict(self.desk.content)
        self.effect.setText(effect(grid))
        self.replay.show_grid(grid)
        # Of criteria that mean nothing yet, there is nothing to say.
        whole = bool(grid.criteria) and not any(each.place[0] == "criteria" for each in self.desk.mistakes)
        for widget in (self.effect, self.replay):
            widget.setVisible(whole)


class GridEditor(ItemEditor):
    """Criteria, in the order of the call."""

    def __init__(self, desk: Desk) -> None:
        self.grid_part, self.criterion_part = GridPart(desk), CriterionEditor(desk)
        super().__init__(desk, _("Criteria"), {"criterion": _("Criterion")}, (self.grid_part, self.criterion_part))

    def lines(self) -> list[OutlineRow]:
        criteria = self.desk.content["criteria"]
        rows = [(("criteria", place), each["name"]) for place, each in enumerate(criteria)]
        return flat_lines(self.desk, _("The grid"), rows)

    def part_for(self, place: Place) -> Part:
        return self.criterion_part if place else self.grid_part

    def fresh(self, name: str) -> tuple[Content, Place]:
        content = self.desk.content
        row = library_blanks.criterion(fresh_key(name, keys_in(content)))
        after = self.place[1] if self.place and isinstance(self.place[1], int) else None
        return appended(content, ("criteria",), after, row)


def effect(grid: Grid) -> str:
    """What the thresholds come to: ``Good from 11 out of 15, medium from 6. To complete as long as…``.

    The share that must be known is one of weights, which are the number of criteria when each weighs 1.
    """
    weight = grid.maximum // TOP_LEVEL
    words = _(
        "Good from {good} out of {maximum}, medium from {medium}. “To complete” as long as less than {known} of the "
        "{weight} points of weight are known."
    )
    if weight == len(grid.criteria):
        words = _(
            "Good from {good} out of {maximum}, medium from {medium}. “To complete” as long as less than {known} of "
            "the {weight} criteria are known."
        )
    return words.format(
        good=_least(grid.good, grid.maximum),
        medium=_least(grid.medium, grid.maximum),
        maximum=grid.maximum,
        known=_least(grid.complete, weight),
        weight=weight,
    )


def _least(percent: int, maximum: int) -> int:
    """The smallest total that reaches a share of the maximum."""
    return -(-percent * maximum // 100)
