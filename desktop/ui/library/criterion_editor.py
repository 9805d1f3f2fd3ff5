"""One criterion: what each level means, what it takes to prove it, and what it weighs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from desktop.i18n import _, pgettext
from desktop.models.content_edits import Place, part_at
from desktop.models.evidence import IMPRESSION, USUAL, Grade, grade_label
from desktop.models.grids import TOP_LEVEL
from desktop.ui.library.desk import Desk
from desktop.ui.library.part import Part
from desktop.ui.widgets.calm_fields import CalmComboBox
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel

_LEVELS = range(TOP_LEVEL + 1)


class CriterionEditor(Part):
    """The four levels side by side with the evidence that each asks for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        fields = self.fields
        self.name = fields.line(("name",), _("Name of the criterion"))
        families = [
            ("objective", pgettext("criterion", "Objective: facts")),
            ("subjective", pgettext("criterion", "Subjective: an impression")),
        ]
        self.family = fields.choice(("family",), _("Family"), families)
        self.weight = fields.number(("weight",), _("Weight"), 1, 10)
        knock_outs: list[tuple[object, str]] = [(None, pgettext("knock-out", "Never")), (0, _("At 0"))]
        knock_outs += [(level, _("At {level} or under").format(level=level)) for level in range(1, TOP_LEVEL)]
        self.knock_out = fields.choice(("knock_out",), _("Knocks out"), knock_outs)
        self.levels = [
            fields.line(("levels", level), _("Level {level} means").format(level=level)) for level in _LEVELS
        ]
        self.evidence = [self._evidence_combo(level) for level in _LEVELS]
        self.evidence_fields = [
            Field(_("Evidence asked for at {level}").format(level=level), combo)
            for level, combo in enumerate(self.evidence)
        ]
        self.column.addWidget(self.name)
        self.row(self.family, self.knock_out, self.weight, stretches=(5, 4, 2))
        self._lay_levels()
        self.about = PlainLabel("", "faint", wrap=True)
        self.column.addWidget(self.about)

    def _lay_levels(self) -> None:
        table = QGridLayout()
        table.setHorizontalSpacing(12)
        table.setVerticalSpacing(8)
        table.setColumnStretch(0, 3)
        table.setColumnStretch(1, 2)
        for level in _LEVELS:
            table.addWidget(self.levels[level], level, 0, Qt.AlignmentFlag.AlignTop)
            table.addWidget(self.evidence_fields[level], level, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(table)

    def _evidence_combo(self, level: int) -> CalmComboBox:
        combo = CalmComboBox()
        for grade in Grade:
            combo.addItem(grade_label(grade), grade.value)
        combo.view().setAccessibleName(_("Evidence"))
        combo.activated.connect(lambda _place, level=level: self._ask_for(level))
        return combo

    def show_part(self, place: Place, notes: Sequence[str] = ()) -> None:
        super().show_part(place, notes)
        criterion = part_at(self.desk.content, place)
        usual = IMPRESSION if criterion["family"] == "subjective" else USUAL
        asked = criterion["evidence"] or usual
        for combo, grade in zip(self.evidence, asked, strict=True):
            combo.setCurrentIndex(list(Grade).index(Grade(grade)))
            combo.setEnabled(self.desk.editable)
        self.about.setText(
            _("A level without this evidence is kept, and drawn hollow until it is proven.")
            if any(Grade(grade) is not Grade.ASSUMED for grade in asked)
            else _("An impression is enough: no level is drawn hollow.")
        )

    def _ask_for(self, level: int) -> None:
        criterion = part_at(self.desk.content, self.fields.place)
        usual = IMPRESSION if criterion["family"] == "subjective" else USUAL
        asked = [Grade(grade).value for grade in criterion["evidence"] or usual]
        asked[level] = self.evidence[level].currentData()
        # What is usual is left unsaid, so that the criterion goes on following its family.
        value = None if asked == [grade.value for grade in usual] else asked
        self.fields.put(("evidence",), value, self.evidence_fields[level].label.text())
