"""Each step asks one thing, refuses what is mistyped, and may be skipped."""

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop import i18n
from desktop.data_folder import DataFolder
from desktop.ui.first_run.steps import CompanyStep, ExamplesStep, LanguageStep, PassphraseStep, RecoveryStep
from tests.ui.accessibility import nameless, rich_text_labels


def put(step: CompanyStep, **values: str) -> None:
    for name, value in values.items():
        editor = step.fields[name].editor
        assert isinstance(editor, QLineEdit)
        editor.setText(value)


def test_the_language_begins_as_the_system_says(qtbot) -> None:
    i18n.use("fr")
    step = LanguageStep()
    qtbot.addWidget(step)
    assert step.choice.value == "fr"
    assert step.title.text() == "Bienvenue"
    with qtbot.waitSignal(step.switched) as heard:
        step.choice.segment("en").click()
    assert heard.args == ["en"]
    with qtbot.assertNotEmitted(step.switched):
        step.choice.segment("fr").click()


def test_a_company_is_filled_in_or_skipped(qtbot) -> None:
    step = CompanyStep({"name": "Atelier Duval"})
    qtbot.addWidget(step)
    put(step, siret="732 829 320 00074", email=" c@duval.example ")
    with qtbot.waitSignal(step.done) as heard:
        step.next_button.click()
    assert heard.args == [{"name": "Atelier Duval", "siret": "732 829 320 00074", "email": "c@duval.example"}]
    with qtbot.waitSignal(step.done) as heard:
        step.skip_button.click()
    assert heard.args == [{}]


@pytest.mark.parametrize(("name", "wrong"), [("siret", "123"), ("email", "duval")])
def test_what_is_mistyped_stays_and_says_why(qtbot, name: str, wrong: str) -> None:
    step = CompanyStep({})
    qtbot.addWidget(step)
    put(step, **{name: wrong})
    with qtbot.assertNotEmitted(step.done):
        step.next_button.click()
    assert step.fields[name].error
    editor = step.fields[name].editor
    assert isinstance(editor, QLineEdit) and editor.text() == wrong


def test_a_passphrase_is_chosen_or_left_for_later(qtbot) -> None:
    step = PassphraseStep(DataFolder.weakness, DataFolder.strength)
    qtbot.addWidget(step)
    with qtbot.assertNotEmitted(step.chosen):
        step.next_button.click()
    for field in (step.form.first, step.form.again):
        assert isinstance(field.editor, QLineEdit)
        field.editor.setText("quatre mots bien choisis")
    with qtbot.waitSignal(step.chosen) as heard:
        step.next_button.click()
    assert heard.args == ["quatre mots bien choisis"]
    with qtbot.waitSignal(step.chosen) as heard:
        step.later_button.click()
    assert heard.args == [""]


@pytest.mark.parametrize("code", i18n.LANGUAGES)
def test_every_part_of_every_step_has_a_name(qtbot, code: str) -> None:
    i18n.use(code)
    steps = [
        LanguageStep(),
        CompanyStep({}),
        PassphraseStep(DataFolder.weakness, DataFolder.strength),
        RecoveryStep("ABCDE-FGHIJ"),
        ExamplesStep(),
    ]
    for step in steps:
        qtbot.addWidget(step)
        assert nameless(step) == []
        assert rich_text_labels(step) == []
        assert step.progress.text()
