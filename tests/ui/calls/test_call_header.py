from desktop.ui.calls.call_header import CallHeader, CallTimer, PlannedTime


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


def test_another_length_is_offered_in_a_menu(qtbot) -> None:
    planned = PlannedTime()
    qtbot.addWidget(planned)
    planned.show_minutes(10)
    assert planned.text() == "10 min planned"
    menu = planned.menu()
    assert [action.text() for action in menu.actions()] == ["3 minutes", "10 minutes", "30 minutes"]
    with qtbot.waitSignal(planned.chosen) as chosen:
        menu.actions()[2].trigger()
    assert chosen.args == [30]


def test_progress_counts_the_questions(qtbot) -> None:
    header = CallHeader()
    for widget in header.widgets():
        qtbot.addWidget(widget)
    header.show_progress(7, 12)
    assert header.progress.text() == "7/12 questions"
    assert header.widgets()[-1] is header.conclude
