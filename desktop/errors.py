"""The one exception a rep is meant to read."""


class UserError(Exception):
    """Something the rep can understand and act upon.

    ``str(error)`` is a whole sentence, already translated, saying what is wrong and what to do. Everything that is not
    a ``UserError`` is a bug and goes to the crash dialog.
    """
