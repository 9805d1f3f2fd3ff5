"""How long each question stays on the screen of a call, kept as the call moves on: no clock runs for it."""

import uuid

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desktop.models.calls import Call, QuestionTime

# Built once: building a statement takes longer than running it.
_OF_QUESTION = select(QuestionTime).where(
    QuestionTime.call_id == bindparam("call_id"), QuestionTime.question == bindparam("question")
)


def keep(session: Session, call: Call, seconds: int) -> None:
    """Count the time since the question of ``call`` came on the screen, up to ``seconds`` from the start.

    Said before another question comes, and when the call stops; saying it twice counts nothing twice.
    """
    spent = seconds - call.question_since
    if spent > 0:
        time = session.scalars(_OF_QUESTION, {"call_id": call.id, "question": call.question}).first()
        if time is None:
            session.add(QuestionTime(call_id=call.id, question=call.question, seconds=spent))
        else:
            time.seconds += spent
    call.question_since = max(call.question_since, seconds)


def times_of(session: Session, call_id: uuid.UUID) -> dict[str, int]:
    """Seconds by question key; a question never shown is absent."""
    kept = session.execute(
        select(QuestionTime.question, QuestionTime.seconds).where(QuestionTime.call_id == call_id)
    ).all()
    return dict(kept)
