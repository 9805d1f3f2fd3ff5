"""What page 1 says, its dates, its language and its state."""

from datetime import date

from tests.services.proposal_case import BUDGET, LOST_DAY
from tests.ui.accessibility import nameless, rich_text_labels


def card(bench):
    return bench.page.composer.document


def test_every_text_reaches_the_document(composed):
    shown = card(composed)
    for name in ("title", "objective", "cost_today", "recommendation", "next_step"):
        editor = shown.title_edit if name == "title" else getattr(shown, name)
        editor.setPlainText(f"{name} & <b>")
        shown._texts[name].flush()
        assert getattr(composed.sheet.content, name) == f"{name} & <b>"
    for name in ("gains", "to_confirm"):
        getattr(shown, name).setPlainText(" un \n\ndeux")
        shown._lists[name].flush()
        assert getattr(composed.sheet.content, name) == ("un", "deux")


def test_a_list_being_typed_keeps_its_blank_line(composed, qtbot):
    shown = card(composed)
    with qtbot.waitActive(composed.page):
        composed.page.show()
    shown.gains.setFocus()
    shown.gains.setPlainText("un\n")
    shown._lists["gains"].flush()
    assert shown.gains.toPlainText() == "un\n" and composed.sheet.content.gains == ("un",)


def test_days_are_read_and_refused_under_their_field(composed):
    shown = card(composed)
    editor, save, field = shown._dates["valid_until"]
    assert editor.text() == "23/12/2026"
    editor.setText("15/1")
    save.flush()
    assert composed.sheet.content.valid_until == date(2027, 1, 15) and not field.error
    for wrong in ("31/02/2027", "", "bientôt"):
        editor.setText(wrong)
        save.flush()
        assert field.error and composed.sheet.content.valid_until == date(2027, 1, 15)


def test_a_day_is_that_of_the_plan_until_one_is_written_and_again_once_it_is_emptied(composed):
    shown = card(composed)
    editor, save, field = shown._dates["start_on"]
    assert (editor.text(), editor.placeholderText()) == ("", "29/01/2027 (plan)")
    assert shown.sign_before.placeholderText() == "23/12/2026 (plan)" and shown.apart.isHidden()
    editor.setText("1/3/2027")
    save.flush()
    assert composed.sheet.content.start_on == date(2027, 3, 1)
    assert "29 January 2027" in shown.apart.text() and not shown.apart.isHidden()
    editor.setText("")
    save.flush()
    assert composed.sheet.content.start_on == date(2027, 1, 29) and not field.error and shown.apart.isHidden()


def test_the_words_of_page_one_are_chosen_among_the_citable_and_undone(composed):
    lead = card(composed).lead
    assert lead.currentText().startswith(LOST_DAY[:20])
    place = next(place for place in range(lead.count()) if lead.itemText(place).startswith(BUDGET[:20]))
    lead.activated.emit(place)
    assert composed.sheet.content.lead_quote.text == BUDGET and lead.currentIndex() == place
    lead.activated.emit(0)
    assert composed.sheet.content.lead_quote is None
    composed.page.desk.stack.undo()
    assert composed.sheet.content.lead_quote.text == BUDGET


def test_the_language_is_chosen_and_undone(composed):
    shown = card(composed)
    shown.language.segment("en").click()
    assert composed.sheet.content.language == "en"
    plan = composed.page.composer.plan
    assert plan.rows[-1].name.text() == "Going into service", "what nobody edited is drawn again"
    composed.page.desk.stack.undo()
    assert composed.sheet.content.language == "fr" and shown.language.value == "fr"
    assert plan.rows[-1].name.text() == "Mise en service"


def test_everything_has_a_name_and_nothing_is_read_as_html(composed):
    assert nameless(card(composed)) == [] and rich_text_labels(card(composed)) == []
