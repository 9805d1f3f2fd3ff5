"""When Python looks for objects that only hold each other: never over all that was loaded, in the middle of a key."""

import gc

# Python looks after 700 new objects, which suits small programs; eighty thousand are loaded before any window, gone
# through over and over at the start.
gc.set_threshold(10_000, 20, 20)


def keep_what_is_there() -> None:
    """What is loaded by now stays until the end: no look goes over it again, and the next ones take no time."""
    gc.freeze()
