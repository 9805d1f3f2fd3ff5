"""Plays a conversation file: what a rep would do from the first key to the exported proposal, then what it came to."""

import sys
import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from desktop.clock import FixedClock
from desktop.errors import UserError
from desktop.i18n import _
from desktop.services import (
    calls,
    catalogue,
    catalogue_references,
    conversation_summary,
    conversations,
    settings,
    standing_blocks,
)
from desktop.services.conversation_forms import Conversation
from desktop.services.conversation_proposal import ProposalForm
from desktop.services.conversation_summary import Refusal
from desktop.ui.play import stage
from desktop.ui.play.after import AfterPilot
from desktop.ui.play.artefacts import Artefacts
from desktop.ui.play.call import CallPilot
from desktop.ui.play.end import EndPilot
from desktop.ui.play.handing import HandingPilot
from desktop.ui.play.held import Noticed
from desktop.ui.play.keys import PlayError
from desktop.ui.play.proposal import ProposalPilot
from desktop.ui.play.prospect import ProspectPilot
from desktop.ui.play.signing import SigningPilot
from desktop.ui.play.stage import Stage
from desktop.ui.play.start import StartPilot


@dataclass
class Played:
    """What a play came to. ``pdf`` and ``report`` are the last files handed over, ``None`` where there is none."""

    prospect_id: uuid.UUID
    refused: list[Refusal] = field(default_factory=list)
    noticed: Noticed = field(default_factory=Noticed)
    pdf: bytes | None = None
    report: bytes | None = None


def run(file: Path, out: Path, data_dir: Path | None = None) -> int:
    """Play ``file`` and leave what came of it in ``out``. Returns the exit code.

    0 when the play went to its end, what the program refused on the way included; 1 with a sentence on the error
    output otherwise. The window speaks the language of the file.
    """
    try:
        conversation = conversations.read(file)
        artefacts = Artefacts(out)
        begins = conversation.conversation.starts_at
        with stage.opened(
            FixedClock(begins, conversation.conversation.clock_zone), conversation.conversation.language, data_dir
        ) as opened:
            _leave_artefacts(opened, conversation, artefacts)
    except UserError as error:
        return _give_up(str(error))
    except OSError as error:
        return _give_up(_("{folder} cannot be written: {reason}").format(folder=out, reason=error.strerror))
    except PlayError as error:
        return _give_up(_("The play stopped: {reason}").format(reason=error))
    for path in artefacts.written:
        sys.stdout.write(f"{path}\n")
    return 0


def _give_up(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


def _leave_artefacts(opened: Stage, conversation: Conversation, artefacts: Artefacts) -> None:
    set_the_stage(opened, conversation)
    former = set(opened.documents.glob("*"))
    played = perform(opened, conversation, lambda name: artefacts.picture(_in_front(opened), name))
    if played.pdf is not None:
        artefacts.proposal(played.pdf)
    if played.report is not None:
        artefacts.report(played.report)
    artefacts.handed_over(sorted(set(opened.documents.glob("*")) - former))
    setting = conversation.conversation
    head = {"title": setting.title, "language": setting.language, "now": setting.starts_at.isoformat()}
    told = [{"act": each.act, "reason": each.reason} for each in played.refused]
    values = opened.workspace.ask(conversation_summary.of_prospect, played.prospect_id)
    artefacts.summary({**head, **values, "seen": asdict(played.noticed), "refused": told})


def _in_front(opened: Stage) -> QWidget:
    """What a picture shows: the page turned to the prospect, or the window without the message that passes over."""
    opened.shell.window.toasts.dismiss()
    return QApplication.activeModalWidget() or opened.shell.window


def set_the_stage(opened: Stage, conversation: Conversation) -> None:
    """The seller and the catalogue: what was there before the play. A given data folder keeps its own."""
    workspace, now = opened.workspace, opened.clock.now()
    language = conversation.conversation.language
    if workspace.ask(settings.company) is None:
        workspace.do(settings.save_company, now=now, **conversation.seller.columns)
    known = {offer.label for offer in workspace.ask(catalogue.offers)}
    for offer in conversation.catalogue:
        if offer.label not in known:
            workspace.do(catalogue.add_offer, now=now, **offer.model_dump())  # type: ignore[arg-type]
    proofs = {reference.text for reference in workspace.ask(catalogue_references.references)}
    for reference in conversation.references:
        if reference.text not in proofs:
            workspace.do(catalogue_references.add_reference, now=now, **reference.model_dump())  # type: ignore[arg-type]
    titles = {block.title for block in workspace.ask(standing_blocks.blocks, language)}
    for block in conversation.blocks:
        if block.title not in titles:
            workspace.do(standing_blocks.add_block, now=now, language=language, **block.model_dump())  # type: ignore[arg-type]


def perform(opened: Stage, conversation: Conversation, picture: Callable[[str], object]) -> Played:
    """The whole play, by keyboard: prospect, call, end, proposal. ``picture(name)`` is called at each screen."""

    def look(name: str) -> None:
        # The clock of a play stands still between two steps: the second that repaints it is asked for.
        opened.shell.pages.call.tick()
        opened.hands.settle()
        picture(name)

    played = Played(ProspectPilot(opened, conversation, look).play())
    StartPilot(opened, conversation.conversation).play()
    _hold(opened, conversation, look, played)
    proposes = EndPilot(opened, conversation, look, played.refused).play()
    if conversation.proposal and proposes:
        _propose(opened, conversation.proposal, look, played)
    else:
        look("prospect-after")
    if conversation.end.report:
        played.report = AfterPilot(opened, played.prospect_id, look).export_report(conversation.end.report)
    if played.pdf is not None and conversation.proposal:
        _come_back(opened, conversation, conversation.proposal, look, played)
    return played


def _propose(opened: Stage, form: ProposalForm, look: Callable[[str], None], played: Played) -> None:
    """The proposal, on the day of the call."""
    proposal_id = ProposalPilot(opened, form, look, played.refused).play(played.prospect_id)
    played.pdf = HandingPilot(opened, proposal_id, look, played.refused).play(form.hand_over)


def _come_back(
    opened: Stage, conversation: Conversation, form: ProposalForm, look: Callable[[str], None], played: Played
) -> None:
    """The day when they have read it: what changes, and their agreement."""
    if form.revision is None and form.signature is None:
        return
    if form.revision is not None:
        opened.reopen(conversation.conversation.at(form.revision.at))
        opened.come_forward()
    proposal_id = AfterPilot(opened, played.prospect_id, look).open_proposal()
    if form.revision is not None:
        ProposalPilot(opened, form, look, played.refused).revise(proposal_id, form.revision)
        handed = HandingPilot(opened, proposal_id, look, played.refused).play(form.revision.hand_over)
        played.pdf = handed or played.pdf
    if form.signature is not None:
        SigningPilot(opened, proposal_id, look).play(form.signature)
        if form.signature.follow_up:
            HandingPilot(opened, proposal_id, look, played.refused).plan_follow_up()


def _hold(opened: Stage, conversation: Conversation, look: Callable[[str], None], played: Played) -> None:
    """The call, in as many sittings as it has; between two, the program is closed."""
    sittings = conversation.sittings
    for before, after in pairwise(sittings):
        CallPilot(opened, before.steps, look, played.noticed).play(leave=True)
        call_id = opened.workspace.ask(calls.running_call)
        assert call_id is not None
        EndPilot(opened, conversation, look, played.refused).leave()
        opened.reopen(after.begins_at)
        opened.come_forward()
        AfterPilot(opened, played.prospect_id, look).resume(call_id)
    CallPilot(opened, sittings[-1].steps, look, played.noticed).play()
