"""Sentences to say back, tried on an example as they are written."""

from desktop.services import reformulation_templates
from desktop.ui.autosave import flush_all
from tests.ui.library.conftest import SENTENCES


def test_a_sentence_is_tried_on_an_example_and_used_in_a_call_once_published(bench):
    page = bench.page
    page.open_item(SENTENCES)
    page.edit()
    page.editor.show_place(("sentences", 0))
    page.editor.add("sentence")
    part = page.editor.sentence_part
    assert part.text.error.startswith("Put one gap in it") and not part.example.isVisible()
    bench.type(part.text.editor, "So {clause}, then?")
    flush_all(page)
    assert part.text.error == ""
    assert part.example.text() == "“I lose a day every week” becomes: So you lose a day every week, then?"
    page.publish()
    texts = [each.text for each in bench.workspace.ask(reformulation_templates.templates_in_use, "en")]
    assert texts[1] == "So {clause}, then?"


def test_two_gaps_or_an_unknown_one_are_refused(bench):
    page = bench.page
    page.open_item(SENTENCES)
    page.edit()
    page.editor.show_place(("sentences", 0))
    part = page.editor.sentence_part
    for wrong in ("{clause} and {words}", "{need}", "No gap", "{clause"):
        bench.type(part.text.editor, wrong)
        flush_all(page)
        assert part.text.error, wrong


def test_the_last_sentence_of_a_kind_is_missed(bench):
    page = bench.page
    page.open_item(SENTENCES)
    page.edit()
    content = page.desk.content
    left = [each for each in content["sentences"] if each["kind"] not in ("deadline", None)]
    page.desk.change("cut", {**content, "sentences": left}, (), ())
    sentences = page.editor.set_part.missing.sentences
    assert any("“Deadline”" in each for each in sentences) and any("{words}" in each for each in sentences)
