from desktop.ui.widgets.two_lines import TwoLines

LONG = "Envelope named with the person who signs it, before the end of the year and for two sites at once"


def test_never_more_than_two_lines_and_all_of_it_in_the_tip(qtbot) -> None:
    words = TwoLines(LONG)
    qtbot.addWidget(words)
    words.resize(160, 40)
    lines = words.lines()
    assert len(lines) == 2 and lines[1].endswith("…")
    assert all(words.fontMetrics().horizontalAdvance(line) <= 161 for line in lines)
    assert words.toolTip() == LONG and words.accessibleName() == LONG
    assert words.lines(2000) == [LONG]


def test_tight_is_as_high_as_its_words(qtbot) -> None:
    words = TwoLines("Short", tight=True)
    qtbot.addWidget(words)
    one = words.heightForWidth(160)
    words.set_text(LONG, "warn")
    assert words.heightForWidth(160) == one + words.fontMetrics().lineSpacing()
    assert words.heightForWidth(2000) == one
    assert words.hasHeightForWidth() and not TwoLines(LONG).hasHeightForWidth()


def test_markup_is_shown_as_it_is_written(qtbot) -> None:
    words = TwoLines("<b>bold</b> & co")
    qtbot.addWidget(words)
    assert "&lt;b&gt;" in words.toolTip()
    assert words.lines(500) == ["<b>bold</b> & co"]
