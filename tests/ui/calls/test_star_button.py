from PySide6.QtCore import Qt

from desktop.ui.calls.star_button import StarButton


def test_the_star_says_what_it_quotes_and_waits_for_the_disk(qtbot) -> None:
    star = StarButton("we lose a day")
    qtbot.addWidget(star)
    assert star.accessibleName() == "Not quotable: we lose a day"
    with qtbot.waitSignal(star.clicked):
        qtbot.mouseClick(star, Qt.MouseButton.LeftButton)
    assert not star.isChecked()
    star.set_citable(True)
    assert star.isChecked()
    assert star.accessibleName() == "Quotable: we lose a day"


def test_a_filled_star_is_painted_otherwise_than_an_empty_one(qtbot) -> None:
    star = StarButton("words")
    qtbot.addWidget(star)
    empty = star.grab().toImage()
    star.set_citable(True)
    assert star.grab().toImage() != empty


def test_corrected_words_are_those_that_it_names(qtbot) -> None:
    star = StarButton("we loose a day")
    qtbot.addWidget(star)
    star.set_words("we lose a day")
    star.set_citable(True)
    assert star.accessibleName() == "Quotable: we lose a day"
