"""The first run, step after step, in one window; the data are created as soon as the passphrase is settled."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from desktop.errors import UserError
from desktop.ui.calm_window import CalmWindow
from desktop.ui.first_run.steps import CompanyStep, ExamplesStep, LanguageStep, PassphraseStep, RecoveryStep
from desktop.ui.passphrase import Strength, Weakness

Create = Callable[[str, Mapping[str, str]], str]
"""Makes the data from a passphrase ("" for later) and the company; returns the recovery code, or ""."""


class FirstRun(QObject):
    """``language_chosen`` at once, and ``finished`` (with examples or not) at the end.

    ``create`` may raise ``UserError``, which is emitted as ``broken``: the data folder cannot be used.
    """

    language_chosen = Signal(str)
    finished = Signal(bool)
    broken = Signal(object)

    def __init__(self, window: CalmWindow, create: Create, weakness: Weakness, strength: Strength) -> None:
        super().__init__(window)
        self._window = window
        self._create = create
        self._weakness = weakness
        self._strength = strength
        self._company: Mapping[str, str] = {}

    def begin(self) -> None:
        """Show the first step."""
        step = LanguageStep()
        step.switched.connect(self._switch)
        step.done.connect(self._ask_company)
        self._window.show_sheet(step)

    def _switch(self, code: str) -> None:
        self.language_chosen.emit(code)
        self.begin()
        step = self._window.sheet
        assert isinstance(step, LanguageStep)
        step.choice.segment(code).setFocus()

    def _ask_company(self) -> None:
        step = CompanyStep(self._company)
        step.done.connect(self._keep_company)
        self._window.show_sheet(step)

    def _keep_company(self, company: Mapping[str, str]) -> None:
        self._company = company
        step = PassphraseStep(self._weakness, self._strength)
        step.chosen.connect(self._make)
        self._window.show_sheet(step)

    def _make(self, passphrase: str) -> None:
        try:
            code = self._create(passphrase, self._company)
        except UserError as error:
            self.broken.emit(error)
            return
        if not code:
            self._ask_examples()
            return
        step = RecoveryStep(code)
        step.done.connect(self._ask_examples)
        self._window.show_sheet(step)

    def _ask_examples(self) -> None:
        step = ExamplesStep()
        step.done.connect(self.finished)
        self._window.show_sheet(step)
