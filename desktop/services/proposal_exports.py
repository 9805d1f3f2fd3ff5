"""What was handed to the customer, kept as it was: later edits make another revision."""

import hashlib
import uuid
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, undefer

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.proposals import DocumentKind, Proposal, ProposalExport
from desktop.services.proposal_content import ProposalContent
from desktop.services.proposal_differences import differences


@dataclass(frozen=True)
class Revision:
    """What was handed over under one number: its documents, oldest first, and what changed since the one before."""

    number: int
    at: datetime
    documents: tuple[ProposalExport, ...]
    content: dict[str, Any]
    """What they were made from."""
    changes: tuple[str, ...]
    """Sentences, in the language of the screens; none for the first."""


@dataclass(frozen=True)
class Archived:
    """The very bytes of one document, under the name they were given."""

    file_name: str
    pdf: bytes


def record_export(
    session: Session,
    proposal_id: uuid.UUID,
    pdf: bytes,
    file_name: str,
    content: ProposalContent,
    *,
    document: DocumentKind = DocumentKind.PROPOSAL,
    now: datetime,
) -> int:
    """Keep the very bytes, their digest and what they were made from. Returns the revision.

    A document already handed over in this revision stays as it was archived: hand ``archived`` over again instead. All
    documents of a revision say the same: a content that is no longer that of its revision is refused.
    """
    last = last_export(session, proposal_id)
    stale = last is not None and (
        content.revision < last.revision or (content.revision == last.revision and not unchanged(last, content))
    )
    if stale:
        raise UserError(_("The proposal has changed meanwhile. Do it again."))
    if _find(session, proposal_id, content.revision, document) is not None:
        return content.revision
    session.add(
        ProposalExport(
            proposal_id=proposal_id,
            revision=content.revision,
            document=document,
            at=now,
            file_name=file_name,
            sha256=hashlib.sha256(pdf).hexdigest(),
            content=_inputs(content, document),
            pdf=pdf,
        )
    )
    session.get_one(Proposal, proposal_id).updated_at = now
    return content.revision


def last_export(session: Session, proposal_id: uuid.UUID) -> ProposalExport | None:
    """The latest document of the latest revision."""
    return session.scalars(_latest_first(proposal_id).limit(1)).first()


def exports(session: Session, proposal_id: uuid.UUID) -> list[ProposalExport]:
    """What was handed over, the latest first; the bytes stay in the file, see ``exported_pdf``."""
    return list(session.scalars(_latest_first(proposal_id)))


def exported_pdf(session: Session, export_id: uuid.UUID) -> bytes:
    """The bytes of one export, as they were handed over."""
    return session.scalars(select(ProposalExport.pdf).where(ProposalExport.id == export_id)).one()


def archived_export(session: Session, export_id: uuid.UUID) -> Archived:
    """One export, to be written to a file again; one that only went to paper had no name."""
    export = session.get_one(ProposalExport, export_id)
    number = session.get_one(Proposal, export.proposal_id).number
    return Archived(export.file_name or f"{number}_v{export.revision}.pdf", export.pdf)


def to_hand_over(
    session: Session, proposal_id: uuid.UUID, content: ProposalContent, document: DocumentKind
) -> tuple[ProposalContent, Archived | None]:
    """What a document is to be drawn from, and what was archived when it already was: that is handed over again.

    An appointment that moved makes another revision only once the slip that prints it is handed over again.
    """
    found = _find(session, proposal_id, content.revision, document)
    if found is None:
        return content, None
    if found.content.get("appointment") != _inputs(content, document).get("appointment"):
        return replace(content, revision=content.revision + 1), None
    return content, Archived(found.file_name, found.pdf)


def unchanged(last: ProposalExport, content: ProposalContent) -> bool:
    """Whether ``content`` says what was handed over last."""
    return _same(last.content, as_json(content))


def revisions(session: Session, proposal_id: uuid.UUID) -> list[Revision]:
    """Every revision handed over, the latest first, with what changed from one to the next."""
    query = _latest_first(proposal_id).options(undefer(ProposalExport.content))
    found = list(session.scalars(query))
    numbers = dict.fromkeys(each.revision for each in found)
    groups = [tuple(each for each in reversed(found) if each.revision == number) for number in numbers]
    said = [_all_said(group) for group in groups]
    return [
        Revision(
            number=group[0].revision,
            at=group[-1].at,
            documents=group,
            content=now,
            changes=tuple(differences(before, now)) if before else (),
        )
        for group, now, before in zip(groups, said, [*said, None][1:], strict=True)
    ]


def _all_said(documents: tuple[ProposalExport, ...]) -> dict[str, Any]:
    """What the documents of a revision were made from; one of them alone may print the appointment."""
    known = (each.content.get("appointment") for each in documents)
    return {**documents[0].content, "appointment": next(filter(None, known), None)}


def _latest_first(proposal_id: uuid.UUID) -> Select[ProposalExport]:
    query = select(ProposalExport).where(ProposalExport.proposal_id == proposal_id)
    return query.order_by(ProposalExport.revision.desc(), ProposalExport.at.desc(), ProposalExport.id.desc())


def _find(session: Session, proposal_id: uuid.UUID, revision: int, document: DocumentKind) -> ProposalExport | None:
    query = _latest_first(proposal_id).where(ProposalExport.revision == revision, ProposalExport.document == document)
    return session.scalars(query).first()


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    apart = {"revision": 0, "appointment": None}
    return {**one, **apart} == {**other, **apart}


def _inputs(content: ProposalContent, document: DocumentKind) -> dict[str, Any]:
    """What a document was made from: the slip alone prints the appointment."""
    plain = as_json(content)
    if document is DocumentKind.SLIP and content.appointment is not None:
        plain["appointment"] = _plain(asdict(content.appointment))
    return plain


def as_json(content: ProposalContent) -> dict[str, Any]:
    """The content as plain JSON: money and quantities as text, so that no digit is lost, dates as ISO."""
    plain = _plain(asdict(content))
    assert isinstance(plain, dict)
    _leave_out(plain, _LATER)
    # An appointment that is moved does not make another version of what is proposed.
    del plain["appointment"]
    _leave_out(plain["seller"], {"logo": ""})
    for option in plain["options"]:
        _leave_out(option, {"door": ""})
        for line in option["lines"]:
            _leave_out(line, {"billing": "once", "optional": False, "chosen": False})
    return plain


_LATER: dict[str, object] = {"agreed": None, "blocks": [], "plan": None, "returns": None}
"""What content did not have at first, empty: what was archived then must still compare equal."""


def _leave_out(plain: dict[str, Any], empty: dict[str, object]) -> None:
    for name, value in empty.items():
        if plain[name] == value:
            del plain[name]


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest() if value else ""
    return value.isoformat() if isinstance(value, date) else value
