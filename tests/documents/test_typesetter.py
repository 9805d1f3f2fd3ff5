"""Words become paragraphs in the language of the document."""

import pytest

from desktop.documents import fonts
from desktop.documents.styles import styles
from desktop.documents.typesetter import Typesetter, _lines, _Remembering
from desktop.i18n import Language
from desktop.services.proposal_content import DEFAULT_ACCENT

FRENCH = Typesetter(Language("fr"), styles(DEFAULT_ACCENT))
ENGLISH = Typesetter(Language("en"), styles(DEFAULT_ACCENT))


def test_french_rules_only_in_french():
    assert FRENCH.text("l'avis : oui") == "l’avis\u00a0: oui"
    assert ENGLISH.text("it's so : yes") == "it's so : yes"


def test_quotation_marks_of_each_language():
    assert FRENCH.quotation("C'est dit !") == "«\u00a0C'est dit\u00a0!\u00a0»"
    assert ENGLISH.quotation("It's <so>!") == "“It's &lt;so&gt;!”"


def test_lists_leave_empty_items_out():
    assert len(FRENCH.items(["un", " ", "", "deux"], FRENCH.styles.item)) == 2


def test_running_lines_are_one_line():
    assert FRENCH.plain("a\nb & c") == "a b & c"


@pytest.mark.parametrize("title", ["Rendre à vos commerciaux leur journée perdue", "Un", "Deux mots", "x" * 200])
def test_a_balanced_title_takes_no_more_lines(title: str):
    style = FRENCH.styles.title
    made = FRENCH.balanced(title, style, 400)
    made.wrap(493, 1000)
    if " " in title and fonts.width(title, style.fontName, style.fontSize) > 400:
        widths = [fonts.width(" ".join(words), style.fontName, style.fontSize) for _extra, words in made.blPara.lines]
        assert len(widths) == _lines(title.split(), style, 400)
        assert min(widths) > max(widths) / 2


def test_a_paragraph_wraps_the_same_when_asked_again_or_split():
    text = FRENCH.paragraph("mot " * 200, FRENCH.styles.body)
    assert text.wrap(200, 1000) == text.wrap(200, 1000)
    assert text.wrap(100, 1000) != text.wrap(200, 1000)
    first, second = text.split(200, 140)
    assert text.wrap(200, 1000)[1] == first.wrap(200, 1000)[1] + second.wrap(200, 1000)[1]


@pytest.mark.parametrize(
    "text",
    [
        "mot",
        "R&D <b>",
        "deux  espaces",
        " bords ",
        "a\u00a0b",
        "\u00a0a",
        "ligne\nligne",
        "",
        "em\u2003cadratin",
        "a\tb",
    ],
)
def test_plain_words_are_set_as_the_parser_would(text: str):
    setter = Typesetter(Language("en"), styles("#0F6E6E"))
    for style in (setter.styles.body, setter.styles.tag, setter.styles.title):
        ours, theirs = setter.paragraph(text, style), _Remembering(setter.text(text), style)
        assert [vars(fragment) for fragment in ours.frags] == [vars(fragment) for fragment in theirs.frags]


def test_what_was_filled_in_stands_in_ink_after_its_label():
    line = FRENCH.paragraph(FRENCH.filled("Nom :", "R&D <b>"), FRENCH.styles.sign)
    assert line.getPlainText() == "Nom\u00a0: R&D <b>"
    label, value = line.frags[0], line.frags[-1]
    assert label.textColor == FRENCH.styles.sign.textColor != value.textColor == FRENCH.styles.strong.textColor
