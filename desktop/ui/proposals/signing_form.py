"""What a customer fills in to say yes: the option they tick, who they are, where, and their signature."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import Language
from desktop.services.signatures import Given, has_ink
from desktop.services.signing_sheet import SigningSheet
from desktop.ui.proposals.choice_tile import ChoiceTile
from desktop.ui.widgets.signature_pad import SignaturePad
from desktop.ui.widgets.touch_parts import TouchButton, TouchField, Weight, words

_MOST_SIGNS = 120


class SigningForm(QWidget):
    """``signed`` with a ``Given`` once nothing is missing; otherwise it says what is, where it is."""

    signed = Signal(object)
    wanted = Signal(QWidget)
    """What is missing, to be brought into view."""

    def __init__(self, sheet: SigningSheet, given: Given, today: date, language: Language) -> None:
        super().__init__()
        _ = language.gettext
        self._language = language
        self._alone = len(sheet.choices) == 1
        self.tiles = [ChoiceTile(choice, sheet, language) for choice in sheet.choices]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for tile in self.tiles:
            self._group.addButton(tile)
            tile.setChecked(self._alone or tile.choice.option_id == given.option_id)
            tile.toggled.connect(lambda _on: self.say(""))
        self.name, name = self._line(_("Name"), given.name)
        self.quality, quality = self._line(_("Position"), given.quality)
        self.place, place = self._line(_("Place"), given.place)
        self.day = words(language.date(today, "full"), 20, Weight.Medium)
        self.pad = SignaturePad(_("Your signature"), _("Sign here"))
        self.pad.set_strokes(given.strokes)
        self.clear = TouchButton(_("Erase"), "undo-2", name=_("Erase the signature"))
        self.clear.clicked.connect(self.pad.clear)
        self.agree = TouchButton(_("I sign"), "check", filled=True, height=64)
        self.agree.clicked.connect(self._sign)
        self.hint = words("", weight=Weight.Medium, kind="danger")
        self.hint.hide()
        self.pad.changed.connect(self._follow)
        self.name.textChanged.connect(lambda _text: self.say(""))
        self._lay_out(sheet, [name, quality, place])
        self._follow()

    def _line(self, caption: str, text: str) -> tuple[QLineEdit, QVBoxLayout]:
        """A large text field under its caption."""
        editor = QLineEdit()
        editor.setMaxLength(_MOST_SIGNS)
        editor.setText(text)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(words(caption, weight=Weight.DemiBold))
        column.addWidget(TouchField(editor, caption))
        return editor, column

    def _lay_out(self, sheet: SigningSheet, lines: list[QVBoxLayout]) -> None:
        _ = self._language.gettext
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 32)
        column.setSpacing(10)
        column.addWidget(words(_("Your agreement"), 32, Weight.Bold))
        version = _("{number}, version {revision}").format(number=sheet.number, revision=sheet.revision)
        client = sheet.company or sheet.name
        column.addWidget(words(" · ".join(part for part in (version, client) if part), kind="muted"))
        column.addSpacing(8)
        if self.tiles:
            title = _("What you order") if self._alone else _("Tick the option you choose")
            column.addWidget(words(title, 22, Weight.DemiBold))
        for tile in self.tiles:
            column.addWidget(tile)
        column.addSpacing(12)
        for line in lines:
            column.addLayout(line)
        column.addSpacing(4)
        column.addWidget(words(_("Date"), weight=Weight.DemiBold))
        column.addWidget(self.day)
        column.addSpacing(8)
        head = QHBoxLayout()
        head.addWidget(words(_("Your signature"), weight=Weight.DemiBold), 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.clear)
        column.addLayout(head)
        column.addWidget(self.pad)
        column.addSpacing(8)
        sentence = _(
            "You sign the document shown here. Your name, the place, the date and this drawing are added to it."
        )
        column.addWidget(words(sentence, kind="muted"))
        column.addWidget(self.hint)
        foot = QBoxLayout(QBoxLayout.Direction.RightToLeft)
        foot.addWidget(self.agree, 1)
        column.addLayout(foot)
        column.addStretch(1)

    @property
    def given(self) -> Given:
        """The form as it stands."""
        ticked = next((tile for tile in self.tiles if tile.isChecked()), None)
        return Given(
            option_id=ticked.choice.option_id if ticked else None,
            name=self.name.text().strip(),
            quality=self.quality.text().strip(),
            place=self.place.text().strip(),
            strokes=self.pad.strokes,
        )

    def say(self, sentence: str) -> None:
        """What is missing before they can sign; "" when nothing is."""
        self.hint.setText(sentence)
        self.hint.setVisible(bool(sentence))

    def begin(self) -> None:
        """The focus goes to the first thing to decide."""
        first = self.tiles[0] if self.tiles and not self._alone else self.name
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sign(self) -> None:
        _ = self._language.gettext
        given = self.given
        if given.option_id is None and self.tiles:
            self._ask(self.tiles[0], _("Tick the option you choose."))
        elif not given.name:
            self._ask(self.name, _("Write your name."))
        elif not has_ink(given.strokes):
            self._ask(self.pad, _("Sign in the frame."))
        else:
            self.say("")
            self.signed.emit(given)

    def _ask(self, where: QWidget, sentence: str) -> None:
        self.say(sentence)
        where.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wanted.emit(where)

    def _follow(self) -> None:
        self.clear.setEnabled(bool(self.pad.strokes))
        self.say("")
