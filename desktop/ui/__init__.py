"""The screens: everything that knows Qt, and the only layer that does.

What the first page reads is imported here, ahead of any screen: once Qt is loaded it looks into the source of each
module imported after it, and a start would wait for that.
"""

import gc

import desktop.data_folder
import desktop.services.calls
import desktop.services.prospects
import desktop.services.today  # noqa: F401

# Python looks for cycles after 700 new objects, which suits small programs; eighty thousand are loaded here before any
# window, gone through over and over at the start, and later in the middle of a key.
gc.set_threshold(10_000, 20, 20)
