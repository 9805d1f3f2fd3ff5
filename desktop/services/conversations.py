"""A conversation written down as a rep lives it, so that it can be played again.

What the form of the file allows and the play could not do is refused here, with the line of the file.
"""

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop.i18n import _
from desktop.services import templates, toml_source
from desktop.services.conversation_forms import Conversation, Setting
from desktop.services.conversation_proposal import OptionForm, ProposalForm
from desktop.services.toml_source import KeyPath, TomlSource

MOST_OPTIONS = 3


def read(path: Path) -> Conversation:
    """The conversation written in ``path``; ``UserError`` with the file's line and a sentence otherwise."""
    source = toml_source.read(path)
    conversation = toml_source.validate(Conversation, source)
    _check_setting(source, conversation.conversation)
    if not conversation.prospect.company.strip() and not conversation.contacts:
        raise source.located(("prospect",), _("give the prospect a company, or a contact with a name."))
    for place, message in _mistakes(conversation):
        raise source.located(place, message)
    return conversation


def _check_setting(source: TomlSource, setting: Setting) -> None:
    if setting.now.tzinfo is not None:
        message = _("write the time as a clock on the wall shows it, without an offset: “zone” says where.")
        raise source.located(("conversation", "now"), message)
    try:
        ZoneInfo(setting.zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        message = _("there is no time zone “{zone}”.").format(zone=setting.zone)
        raise source.located(("conversation", "zone"), message) from error
    known = {each.key for each in templates.scripts(setting.language)}
    if setting.script not in known:
        message = _("there is no script “{key}”: {choices}.")
        message = message.format(key=setting.script, choices=", ".join(sorted(known)))
        raise source.located(("conversation", "script"), message)
    known = {each.key for each in templates.grids(setting.language)}
    if setting.grid not in known:
        message = _("there is no grid “{key}”: {choices}.")
        message = message.format(key=setting.grid, choices=", ".join(sorted(known)))
        raise source.located(("conversation", "grid"), message)


def _mistakes(conversation: Conversation) -> Iterator[tuple[KeyPath, str]]:
    """What the grammar allows and the play could not do, in the order of the file."""
    course = conversation.course
    for index, step in enumerate(conversation.steps):
        for key, message in course.take(step):
            yield ("steps", index, key), message
    end = conversation.end
    if not end.says_what_comes_next and not course.standing.step_fixed:
        yield ("end",), _("give either the date of the next step, or the reason why there is none.")
    if end.due_local and end.due_local < course.now:
        yield ("end", "date"), _("the next step is before the call.")
    if conversation.proposal:
        yield from _mistakes_of_proposal(course.standing.citable, conversation.proposal)
        revision = conversation.proposal.revision
        if revision and revision.at.replace(tzinfo=None) < course.now:
            yield ("proposal", "revision", "at"), _("the proposal is taken up again before the call is over.")


def _mistakes_of_proposal(quotable: tuple[str, ...], proposal: ProposalForm) -> Iterator[tuple[KeyPath, str]]:
    unquotable = _("this is not one of the citable lines said in the call, letter for letter.")
    if proposal.opens_with and proposal.opens_with not in quotable:
        yield ("proposal", "opens_with"), unquotable
    for index, need in enumerate(proposal.needs):
        if need.verbatim not in quotable:
            yield ("proposal", "needs", index, "verbatim"), unquotable
    yield from _mistakes_of_options(("proposal", "options"), proposal, proposal.options)
    if proposal.revision:
        yield from _mistakes_of_options(("proposal", "revision", "options"), proposal, proposal.revision.options)


def _mistakes_of_options(
    key: KeyPath, proposal: ProposalForm, options: tuple[OptionForm, ...]
) -> Iterator[tuple[KeyPath, str]]:
    named = {need.verbatim for need in proposal.needs if need.included}
    for index, option in enumerate(options):
        for place, words in enumerate(option.covers):
            if words not in named:
                message = _("this is not the verbatim of a need of the proposal.")
                yield (*key, index, "covers", place), message
        if option.door and not proposal.doors:
            yield (*key, index, "door"), _("no door is proposed here: write “doors = true” in the proposal.")
        if not option.door and not option.name:
            yield (*key, index), _("give the option a name, or the door that it was proposed for.")
    if len(options) > MOST_OPTIONS:
        message = _("a proposal has {count} options at most.").format(count=MOST_OPTIONS)
        yield (*key, MOST_OPTIONS), message
    recommended = [index for index, option in enumerate(options) if option.recommended]
    if len(recommended) > 1:
        yield (*key, recommended[1], "recommended"), _("only one option can be recommended.")
