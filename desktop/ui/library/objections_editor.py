"""Objection cards under the pen: how each is said, and the four sentences that answer it."""

from desktop.i18n import _
from desktop.models.content_edits import Content, Place, fresh_key, keys_in
from desktop.services import library_blanks
from desktop.ui.library.desk import Desk
from desktop.ui.library.editor import ItemEditor, appended, flat_lines
from desktop.ui.library.outline import OutlineRow
from desktop.ui.library.part import Part
from desktop.ui.library.set_part import SetPart

_PROOFS = ("none", "case", "figure", "reference")


class CardPart(Part):
    """One card, in the order in which it is said."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        fields = self.fields
        self.title = fields.line(("title",), _("Objection"))
        self.phrasings = fields.rows(
            ("phrasings",), _("How it is said"), _("One a line: the card comes up when the words are alike")
        )
        self.steps = [
            fields.text(("welcome",), _("1. Welcome it"), lines=2),
            fields.text(("dig",), _("2. Dig"), lines=2),
            fields.text(("answer",), _("3. Answer"), lines=2),
            fields.text(("check",), _("4. Check"), lines=2),
        ]
        words = {
            "none": _("No proof"),
            "case": _("A customer case"),
            "figure": _("A figure"),
            "reference": _("A reference"),
        }
        self.proof = fields.choice(("proof",), _("What reassures best"), [(each, words[each]) for each in _PROOFS])
        self.proof_words = fields.rows(
            ("proof_words",), _("Words that find the proof in the catalogue"), _("One a line")
        )
        for field in (self.title, *self.steps, self.phrasings, self.proof, self.proof_words):
            self.column.addWidget(field)


class ObjectionsEditor(ItemEditor):
    """One card a line."""

    def __init__(self, desk: Desk) -> None:
        about = _("Every card of this language. In a call, Ctrl+J or a line that begins with “!” brings one up.")
        self.set_part, self.card_part = SetPart(desk, about), CardPart(desk)
        super().__init__(desk, _("Objections"), {"card": _("Objection")}, (self.set_part, self.card_part))

    def lines(self) -> list[OutlineRow]:
        rows = [(("cards", place), card["title"]) for place, card in enumerate(self.desk.content["cards"])]
        return flat_lines(self.desk, _("All the cards"), rows)

    def part_for(self, place: Place) -> Part:
        return self.card_part if place else self.set_part

    def fresh(self, name: str) -> tuple[Content, Place]:
        content = self.desk.content
        row = library_blanks.card(fresh_key(name, keys_in(content)))
        after = self.place[1] if self.place and isinstance(self.place[1], int) else None
        return appended(content, ("cards",), after, row)
