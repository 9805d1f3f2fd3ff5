"""One question: the words to say, apart from the guidance that is never said."""

from collections.abc import Sequence

from desktop.i18n import _
from desktop.models.content_edits import Place
from desktop.models.need_kinds import NeedKind
from desktop.models.need_kinds import label as kind_label
from desktop.ui.library.desk import Desk
from desktop.ui.library.part import Part


class QuestionEditor(Part):
    """The notes of the linter stand right under the spoken words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        fields = self.fields
        self.title = fields.line(("title",), _("Short title"), _("Its name in the outline of the call"))
        self.text = fields.text(("text",), _("What you say"), lines=2)
        self.why = fields.text(("why",), _("Why you ask it (for you alone)"), lines=2)
        self.probes = fields.rows(("probes",), _("To dig deeper"), _("One probe a line"))
        self.criterion = fields.choice(("criterion",), _("Criterion informed"))
        kinds = [(None, _("None")), *((kind.value, kind_label(kind)) for kind in NeedKind)]
        self.kind = fields.choice(("need_kind",), _("What it reveals"), kinds)
        self.weight = fields.number(("weight",), _("Weight"), 1, 10)
        self.seconds = fields.number(("seconds",), _("Time it takes"), 10, 1800, 15, _(" s"))
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)
        self.column.addWidget(self.notes)
        self.column.addWidget(self.why)
        self.column.addWidget(self.probes)
        self.row(self.criterion, self.kind)
        self.row(self.weight, self.seconds)

    def show_part(self, place: Place, notes: Sequence[str] = ()) -> None:
        grid = self.desk.grid_of_script()
        options: list[tuple[object, str]] = [(None, _("None"))]
        options += [(each.key, each.name) for each in grid.criteria] if grid else []
        self.fields.offer(("criterion",), options)
        super().show_part(place, notes)
