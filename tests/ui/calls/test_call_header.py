from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.calls.call_header import CallHeader, CallTimer


def test_the_timer_turns_amber_at_four_fifths_of_the_time(qtbot) -> None:
    timer = CallTimer()
    qtbot.addWidget(timer)
    timer.show_time(479, 10)
    assert (timer.text, timer.late) == ("07:59", False)
    calm = timer.grab().toImage()
    timer.show_time(480, 10)
    assert (timer.text, timer.late) == ("08:00", True)
    assert timer.grab().toImage() != calm
    assert timer.accessibleName() == "Time gone: 08:00"


def test_the_timer_widens_after_an_hour(qtbot) -> None:
    timer = CallTimer()
    qtbot.addWidget(timer)
    before = timer.sizeHint().width()
    timer.show_time(3671, 30)
    assert timer.text == "1:01:11"
    assert timer.sizeHint().width() > before


def test_another_length_is_asked_over_the_window_and_counts_from_now(qtbot) -> None:
    header = CallHeader()
    window = QWidget()
    row = QHBoxLayout(window)
    for widget in header.widgets():
        row.addWidget(widget)
    window.resize(900, 500)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    header.planned.show_minutes(10)
    assert header.planned.text() == "10 min planned" and not header.planned.offering
    header.timer.show_time(402, 10)
    header.planned.click()
    assert header.planned.offering and header.planned.picker.window() is window
    with qtbot.waitSignal(header.planned.chosen) as chosen:
        header.planned.picker.usual.segment("30").click()
    assert chosen.args == [37] and not header.planned.offering
    header.planned.offer()
    header.planned.close_picker()
    assert not header.planned.offering


def test_progress_counts_the_questions(qtbot) -> None:
    header = CallHeader()
    for widget in header.widgets():
        qtbot.addWidget(widget)
    header.show_progress(7, 12)
    assert header.progress.text() == "7/12 questions"
    assert header.widgets()[-1] is header.conclude
