"""Reformulations under the pen: sentences to say a need back, one gap in each for the prospect's words."""

from collections.abc import Sequence

from desktop.i18n import _
from desktop.models.content_edits import Content, Place, fresh_key, keys_in, part_at
from desktop.models.need_kinds import NeedKind
from desktop.models.need_kinds import label as kind_label
from desktop.models.reformulations import CLAUSE, WORDS, SpokenTemplate, say_back
from desktop.services import library_blanks
from desktop.ui.library.desk import Desk
from desktop.ui.library.editor import ItemEditor, appended, flat_lines
from desktop.ui.library.outline import OutlineRow
from desktop.ui.library.part import Part
from desktop.ui.library.set_part import SetPart
from desktop.ui.widgets.labels import PlainLabel

_SAMPLES = {"fr": "Je perds une journée par semaine", "en": "I lose a day every week"}
"""What a prospect may have said, to try a sentence on: the prospect's words, in the language of the set."""


class SentencePart(Part):
    """One sentence, and what it makes of an example."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        hint = _("{clause}: their words turned towards them. {words}: their words, quoted.")
        self.text = self.fields.text(("text",), _("What you say"), hint, lines=2)
        kinds: list[tuple[object, str]] = [(kind.value, kind_label(kind)) for kind in NeedKind]
        self.kind = self.fields.choice(("kind",), _("For what kind of words"), [*kinds, (None, _("Every kind"))])
        self.example = PlainLabel("", "muted", wrap=True)
        for widget in (self.text, self.kind, self.example, self.notes):
            self.column.addWidget(widget)

    def show_part(self, place: Place, notes: Sequence[str] = ()) -> None:
        super().show_part(place, notes)
        text = part_at(self.desk.content, place)["text"]
        usable = text.count(CLAUSE) + text.count(WORDS) == 1
        self.example.setVisible(usable)
        if usable:
            language = self.desk.mark.language
            template = SpokenTemplate("example", text)
            quoting = SpokenTemplate("quoting", WORDS)
            said = _SAMPLES[language]
            sentence = say_back([template, quoting], NeedKind.NEED, said, language).sentence
            self.example.setText(_("“{said}” becomes: {sentence}").format(said=said, sentence=sentence))


class ReformulationsEditor(ItemEditor):
    """Sentences under the kind of need that they suit; they move inside the whole list."""

    outline_width = 300

    def __init__(self, desk: Desk) -> None:
        about = _("Sentences to say back what was just heard. In a call, F5 makes one of the last verbatim.")
        self.set_part, self.sentence_part = SetPart(desk, about), SentencePart(desk)
        super().__init__(desk, _("Sentences"), {"sentence": _("Sentence")}, (self.set_part, self.sentence_part))

    def lines(self) -> list[OutlineRow]:
        rows = []
        for place, sentence in enumerate(self.desk.content["sentences"]):
            kind = kind_label(NeedKind(sentence["kind"])) if sentence["kind"] else _("Every kind")
            text = sentence["text"].strip() or _("untitled")
            rows.append((("sentences", place), f"{kind} · {text}"))
        return flat_lines(self.desk, _("All the sentences"), rows)

    def part_for(self, place: Place) -> Part:
        return self.sentence_part if place else self.set_part

    def fresh(self, name: str) -> tuple[Content, Place]:
        content = self.desk.content
        after = self.place[1] if self.place and isinstance(self.place[1], int) else None
        kind = content["sentences"][after]["kind"] if after is not None else NeedKind.NEED.value
        row = library_blanks.sentence(fresh_key(name, keys_in(content)), kind)
        return appended(content, ("sentences",), after, row)
