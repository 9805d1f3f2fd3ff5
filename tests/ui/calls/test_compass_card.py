"""What the foot of the script advises, as it is read and clicked."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop import i18n
from desktop.models.calls import QuestionState
from desktop.models.elastic import Moment
from desktop.models.grids import standing
from desktop.models.matrix import Heat
from desktop.services import route, templates
from desktop.services.grids import CriterionRow, GridSheet
from desktop.services.route import Compass
from desktop.ui.calls.compass_card import CompassCard
from tests.ui.accessibility import nameless, rich_text_labels

ASKED = dict.fromkeys(("opening", "objective", "obstacle", "consequence", "urgency", "tools"), QuestionState.ASKED)
MOCK_UP = {"need": 3, "budget": 2, "timing": 3, "fit": 2}


def compass_of(levels: dict[str, int], left: int, screen: str = "people", language: str = "en") -> Compass:
    """The compass of a call that was scored so."""
    grid = templates.grid("five-criteria", language)
    script = templates.with_fit_test(templates.script("b2b", language), grid)
    rows = tuple(CriterionRow(each, levels.get(each.key, ""), None, None, 0) for each in grid.criteria)  # type: ignore[arg-type]
    sheet = GridSheet(grid, rows, standing(grid, levels), Heat.HOT)
    return route.compass(script, sheet, ASKED, Moment(screen, left))


@pytest.fixture
def card(qtbot) -> Iterator[CompassCard]:
    """Under a line that has the caret."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    line, card = QLineEdit(), CompassCard()
    column.addWidget(line)
    column.addWidget(card)
    qtbot.addWidget(holder)
    holder.resize(240, 220)
    with qtbot.waitActive(holder):
        holder.show()
    line.setFocus()
    yield card


def test_the_words_of_the_mock_up(card: CompassCard) -> None:
    i18n.use("fr")
    card.show_compass(compass_of(MOCK_UP, 198, language="fr"), "people")
    assert card.head.text() == "Il reste 3 min\u00a0: posez plutôt"
    assert card.question.text() == "Qui prendra la décision finale\u202f?"
    assert card.reason.text() == "la seule réponse qui peut changer l’action"
    assert card.question.kind == "danger"
    assert "Qui prendra la décision finale" in card.accessibleName()
    assert nameless(card) == [] and rich_text_labels(card) == []


def test_on_the_advised_question_it_says_so(card: CompassCard) -> None:
    card.show_compass(compass_of(MOCK_UP, 198, "fit-decision"), "fit-decision")
    assert card.head.text() == "3 min left: you are there"


def test_when_nothing_can_change_the_action_the_next_step_in_calm_words(card: CompassCard) -> None:
    card.show_compass(compass_of(dict.fromkeys((*MOCK_UP, "authority"), 3), 300), "people")
    assert card.head.text() == "5 min left: fix the next step"
    assert card.question.kind == "strong"
    assert card.reason.text() == "no answer can change the action any more"


def test_a_narrow_card_shows_the_title(card: CompassCard) -> None:
    card.show_compass(compass_of(MOCK_UP, 198), "people")
    card.set_compact(True)
    assert card.question.text() == "Final decision"
    assert card.toolTip().startswith("Who will make the final decision?")


def test_a_click_anywhere_asks_to_go_there_without_taking_the_focus(card: CompassCard, qtbot) -> None:
    card.show_compass(compass_of(MOCK_UP, 198), "people")
    for place in (card.rect().center(), card.question.geometry().center(), QPoint(4, 4)):
        with qtbot.waitSignal(card.clicked):
            qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=place)
    assert not card.hasFocus()
    assert card.childAt(card.question.geometry().center()) is None


def test_nothing_is_cut_at_the_narrowest(qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    card = CompassCard(holder)
    card.show_compass(compass_of({}, 1700), "people")
    card.resize(156, card.heightForWidth(156))
    holder.resize(200, 300)
    holder.show()
    for label in (card.head, card.question, card.reason):
        assert label.height() >= label.heightForWidth(label.width())


def test_the_tool_tip_explains_what_there_is_time_for(card: CompassCard) -> None:
    card.show_compass(compass_of({}, 420), "people")
    assert card.toolTip().endswith("those that can still change the action.")
    card.show_compass(compass_of({}, 1800), "people")
    assert "\n" not in card.toolTip()
