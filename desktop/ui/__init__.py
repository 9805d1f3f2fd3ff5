"""The screens: everything that knows Qt, and the only layer that does.

What the first page reads is imported here, ahead of any screen: once Qt is loaded it looks into the source of each
module imported after it, and a start would wait for that.
"""

import desktop.data_folder
import desktop.services.calls
import desktop.services.prospects
import desktop.services.today
import desktop.ui.garbage  # noqa: F401
