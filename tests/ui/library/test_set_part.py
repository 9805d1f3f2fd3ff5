"""A set as a whole says what is missing in it."""

from tests.ui.library.conftest import CARDS


def test_what_is_missing_in_the_set_is_said(bench):
    page = bench.page
    page.open_item(CARDS)
    page.edit()
    assert page.editor.set_part.missing.sentences == ()
    page.desk.change("empty", {**page.desk.content, "cards": []}, (), ())
    assert page.editor.set_part.missing.sentences == ("Add an objection.",)
    assert page.editor.set_part.missing.isVisible()
    page.publish()
    assert page.editor.outline.view.hasFocus(), "there is no field for it: the lines are where it is mended"
