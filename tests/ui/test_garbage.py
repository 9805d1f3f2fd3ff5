"""What is loaded is not gone through again."""

import gc

from desktop.ui.garbage import keep_what_is_there


def test_what_is_there_is_left_alone_by_the_next_looks() -> None:
    before = gc.get_freeze_count()
    loaded = [[each] for each in range(1000)]
    keep_what_is_there()
    try:
        assert gc.get_freeze_count() >= before + len(loaded)
        assert not any(each is loaded for each in gc.get_objects())
    finally:
        gc.unfreeze()


def test_a_look_waits_for_more_than_a_few_objects() -> None:
    assert gc.get_threshold()[0] == 10_000
