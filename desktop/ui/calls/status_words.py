"""The status that the facts of a call allow, in words."""

from desktop.i18n import _
from desktop.models.statuses import status_label
from desktop.services.status_moves import status_suggestion
from desktop.ui.calls.running_call import RunningCall


def status_words(call: RunningCall) -> tuple[str, str]:
    """The status that the rules suggest and what is missing for the next, and the words of the button that accepts it.

    The button has no words when there is nothing to change.
    """
    now = call.outline.prospect.status
    suggestion = call.ask(status_suggestion, call.prospect_id)
    words = _("Status: {status}.").format(status=status_label(now).lower())
    if suggestion.status is not now:
        more = _("Suggested: {status}.").format(status=status_label(suggestion.status).lower())
        words = f"{words} {more}"
    if suggestion.towards is not None and suggestion.missing:
        more = _("Missing for “{status}”: {what}.").format(
            status=status_label(suggestion.towards).lower(), what=", ".join(suggestion.missing)
        )
        words = f"{words} {more}"
    if suggestion.status is now:
        return words, ""
    return words, _("Move to “{status}”").format(status=status_label(suggestion.status).lower())
