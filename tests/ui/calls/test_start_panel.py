from PySide6.QtCore import Qt

from desktop.models.content_edits import with_own_fit_test
from desktop.models.library import ItemKind
from desktop.services import library, library_drafts, prospects
from desktop.services.library import Shelfmark
from tests.ui.calls.conftest import Rep

KEY = Qt.Key


def test_enter_starts_what_is_proposed(rep: Rep) -> None:
    assert rep.page.start.script.currentText() == "B2B discovery"
    rep.press(KEY.Key_Return)
    saved = rep.saved_call()
    assert (saved.script.key, saved.grid.key, saved.planned_minutes) == ("b2b", "five-criteria", 30)
    assert saved.contact_id == rep.page.call.outline.contact.id


def test_the_grid_follows_the_script_and_may_be_another(rep: Rep) -> None:
    start = rep.page.start
    start.script.setFocus()
    start.script.setCurrentIndex(start.script.findData("b2c"))
    assert start.grid.currentData() == "b2c"
    start.grid.setCurrentIndex(start.grid.findData("bant"))
    rep.press(KEY.Key_Return)
    assert (rep.saved_call().script.key, rep.saved_call().grid.key) == ("b2c", "bant")


def test_the_other_language_keeps_the_choices(rep: Rep) -> None:
    start = rep.page.start
    start.script.setCurrentIndex(start.script.findData("fit-test"))
    start.language.segment("fr").click()
    rep.press(KEY.Key_Return)
    assert (rep.saved_call().script.key, rep.saved_call().script.language) == ("fit-test", "fr")
    assert rep.saved_call().grid.language == "fr"


def test_any_number_of_minutes_can_be_typed(rep: Rep) -> None:
    start = rep.page.start
    assert start.typed_minutes.isHidden()
    start.minutes.segment("other").click()
    assert rep.focused is start.typed_minutes
    rep.type("45")
    rep.press(KEY.Key_Return)
    assert rep.saved_call().planned_minutes == 45


def test_a_private_customer_gets_the_script_for_them(rep: Rep) -> None:
    person = rep.workspace.do(prospects.create_prospect, now=rep.clock.now(), person="Léa Roux", kind="b2c")
    rep.page.prepare(person)
    assert rep.page.start.script.currentData() == "b2c"
    rep.press(KEY.Key_Return)
    assert rep.page.title() == "Léa Roux"


def test_a_prospect_without_anybody_can_be_called(rep: Rep) -> None:
    nobody = rep.workspace.do(prospects.create_prospect, now=rep.clock.now(), company="NovaTec")
    rep.page.prepare(nobody)
    assert rep.page.start.contact_field.isHidden()
    rep.press(KEY.Key_Return)
    assert rep.saved_call().contact_id is None


def test_the_call_has_the_fit_test_of_its_language_and_grid(rep: Rep) -> None:
    start = rep.page.start
    start.language.segment("fr").click()
    start.grid.setCurrentIndex(start.grid.findData("b2c"))
    rep.press(KEY.Key_Return)
    fit_test = rep.saved_call().script.fit_test
    assert fit_test.questions[0].text == "Quel est votre objectif principal\u202f?"
    assert [each.criterion for each in fit_test.questions] == ["need", "timing", None]


def test_a_script_that_carries_a_fit_test_is_called_with_it(rep: Rep) -> None:
    mark = Shelfmark(ItemKind.SCRIPT, "b2b", "en")
    content = rep.workspace.ask(library.piece, mark).content
    common = rep.workspace.ask(library.common_fit_test, "en")
    own = with_own_fit_test(content, {**common, "name": "Stand", "questions": common["questions"][:1]})
    rep.workspace.do(library_drafts.save_draft, mark, own, now=rep.clock.now())
    rep.workspace.do(library_drafts.publish, mark, now=rep.clock.now())
    rep.page.prepare(rep.prospect_id)
    rep.press(KEY.Key_Return)
    fit_test = rep.saved_call().script.fit_test
    assert fit_test and fit_test.name == "Stand"
    assert [each.key for each in fit_test.questions] == ["fit-objective"]
