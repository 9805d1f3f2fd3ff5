"""What was handed to the customer, kept as it was: later edits make another revision."""

import hashlib
import uuid
from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.proposals import Proposal, ProposalExport
from desktop.services.proposal_content import ProposalContent


def record_export(
    session: Session,
    proposal_id: uuid.UUID,
    pdf: bytes,
    file_name: str,
    content: ProposalContent,
    *,
    now: datetime,
) -> int:
    """Keep the very bytes, their digest and what they were made from. Returns the revision.

    A content already handed over keeps the revision it was given; what was archived then is never replaced.
    """
    digest = hashlib.sha256(pdf).hexdigest()
    past = exports(session, proposal_id)
    if past and (past[0].sha256 == digest or content.revision <= past[0].revision):
        return past[0].revision
    session.add(
        ProposalExport(
            proposal_id=proposal_id,
            revision=content.revision,
            at=now,
            file_name=file_name,
            sha256=digest,
            content=as_json(content),
            pdf=pdf,
        )
    )
    session.get_one(Proposal, proposal_id).updated_at = now
    return content.revision


def exports(session: Session, proposal_id: uuid.UUID) -> list[ProposalExport]:
    """What was handed over, the latest first; the bytes stay in the file, see ``exported_pdf``."""
    query = select(ProposalExport).where(ProposalExport.proposal_id == proposal_id)
    return list(session.scalars(query.order_by(ProposalExport.revision.desc())))


def exported_pdf(session: Session, export_id: uuid.UUID) -> bytes:
    """The bytes of one export, as they were handed over."""
    return session.scalars(select(ProposalExport.pdf).where(ProposalExport.id == export_id)).one()


def as_json(content: ProposalContent) -> dict[str, Any]:
    """The content as plain JSON: money and quantities as text, so that no digit is lost, dates as ISO."""
    plain = _plain(asdict(content))
    assert isinstance(plain, dict)
    if content.agreed is None:
        # What was archived before such pages existed must still compare equal.
        del plain["agreed"]
    return plain


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, date) else value
