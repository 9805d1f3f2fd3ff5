"""What the rep scores while talking: the criterion at hand, and how ready to act they are."""

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.models.calls import Answer
from desktop.models.matrix import Heat, heat_label
from desktop.services import opinions, prospects, scoring
from desktop.services.grids import CriterionRow
from desktop.services.scoring import Before
from desktop.services.speakers import speakers_among
from desktop.ui.undo import Step

if TYPE_CHECKING:
    from desktop.ui.calls.running_call import RunningCall


class ScoreActs:
    """Each act is on the disk before it is painted."""

    def __init__(self, call: "RunningCall") -> None:
        self._call = call

    def score(self, answer: Answer, criterion: str = "") -> bool:
        """Score a criterion, by default the one at hand; the same answer again clears it.

        With several people on the line the answer is the speaker's: it is compared with what they said themselves.
        """
        call = self._call
        key = criterion or call.at_hand
        row = call.sheet.row(key)
        speakers = speakers_among(call.outline.call, call.outline.prospect.contacts)
        speaker = speakers.opinion_of
        said = self._said_by(speaker, row) if speaker else row.answer
        after: Answer = "" if answer == said else answer
        if after == said:
            return True
        words = _("score {criterion} = {mark}") if after != "" else _("score {criterion} cleared")
        text = words.format(criterion=row.criterion.name, mark=after)
        if speaker:
            text = f"{text} ({speakers.first_names[speaker]})"
        before: Before | None = None

        def do() -> None:
            nonlocal before
            call.sheet, was = call.write(
                scoring.score, call.call_id, key, after, at=call.now(), speaker=speaker, sheet=call.sheet
            )
            # Done again after an undo that failed, it would find what it did itself.
            before = before or was
            self._show(key)

        def take_back() -> None:
            nonlocal before
            if before is None:
                return
            call.sheet = call.write(
                scoring.put_back_score, call.call_id, before, at=call.now(), speaker=speaker, sheet=call.sheet
            )
            before = None
            self._show(key)

        return call.act(text, do, take_back)

    def set_heat(self, heat: Heat) -> bool:
        """Say how ready to act they are."""
        before = self._call.sheet.heat
        if before is heat:
            return True
        text = _("heat {heat}").format(heat=heat_label(heat).lower())
        return self._call.act(text, self._heating(heat), self._heating(before))

    def _said_by(self, speaker: uuid.UUID, row: CriterionRow) -> Answer:
        """What they answered; asked of the file only until somebody has an opinion."""
        if not row.opinions:
            return self._call.ask(opinions.answer_of, self._call.call_id, row.criterion.key, speaker)
        return next((each.answer for each in row.opinions if each.contact_id == speaker), "")

    def _show(self, criterion: str) -> None:
        call = self._call
        if call.at_hand != criterion:
            call.route.choose_criterion(criterion)
        call.scored.emit()

    def _heating(self, heat: Heat | None) -> Step:
        call = self._call

        def step() -> None:
            call.write(prospects.set_heat, call.prospect_id, heat, now=call.now())
            call.sheet = replace(call.sheet, heat=heat)
            call.scored.emit()

        return step
