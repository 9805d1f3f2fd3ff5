"""What stands around is plain text on as many lines as it needs."""

from desktop.services.found_context import ContextLine
from desktop.ui.search.preview import MarkedParagraph
from tests.hostile import HOSTILE


def test_any_text_is_broken_and_painted(qtbot) -> None:
    for text in HOSTILE:
        paragraph = MarkedParagraph(ContextLine(text, "verbatim", True), ("b", "mot"))
        qtbot.addWidget(paragraph)
        paragraph.resize(300, min(400, paragraph.heightForWidth(300)))
        assert not paragraph.grab().isNull()
    long, short = (MarkedParagraph(ContextLine("mot " * count, "", False), ()) for count in (100, 1))
    qtbot.addWidget(long)
    qtbot.addWidget(short)
    assert long.heightForWidth(300) > 3 * short.heightForWidth(300)
    assert short.text == "mot " and "“" in MarkedParagraph(ContextLine("x", "verbatim", False), ()).text
