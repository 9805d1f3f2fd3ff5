"""What a signature drawn on the screen adds to the acceptance: who, when, where, with whom, what was read."""

from reportlab.platypus.flowables import Flowable, Spacer

from desktop.documents.appointment import hour
from desktop.documents.pen import signature
from desktop.documents.sheet import WIDTH
from desktop.documents.tables import GUTTER, Cell
from desktop.documents.typesetter import Typesetter
from desktop.services.proposal_content import ProposalContent
from desktop.services.signatures import Acceptance


def customer_box(party: str, signed: Acceptance, setter: Typesetter) -> Cell:
    """The customer's half of the signatures, filled in."""
    _ = setter.language.gettext
    styles, day = setter.styles, setter.language.date(signed.at.date())
    filled = (
        (_("Date:"), _("{date}, in {place}").format(date=day, place=signed.place) if signed.place else day),
        (_("Name:"), signed.name),
        (_("Position:"), signed.quality),
        (_("“Agreed and accepted”, signature and stamp:"), ""),
    )
    cell: Cell = [setter.paragraph(_("For {party}").format(party=party), styles.strong), Spacer(0, 3)]
    for label, value in filled:
        cell.append(setter.paragraph(setter.filled(label, value), styles.sign))
    # No higher than the empty room it takes the place of: the pages stay as they were.
    high = 30 if styles.tight else 46
    return [*cell, signature(signed.strokes, (WIDTH - GUTTER) / 2 - 20, high)]


def attestation(content: ProposalContent, signed: Acceptance, setter: Typesetter) -> list[Flowable]:
    """What was agreed to and how, in words, then the digest of what was read: no more is claimed than that."""
    _ = setter.language.gettext
    styles = setter.styles
    words = _how(signed, setter)
    if signed.option is not None:
        name = content.options[signed.option].name
        words = _("{how} Option chosen: {name}").format(how=words, name=name)
    label = _("SHA-256 digest of the document that was read and signed:")
    return [
        setter.paragraph(words, styles.small),
        setter.paragraph(f"{label} {signed.sha256}", styles.caption),
    ]


def _how(signed: Acceptance, setter: Typesetter) -> str:
    _ = setter.language.gettext
    when = {"date": setter.language.date(signed.at.date()), "time": hour(signed.at, setter)}
    place, witness = signed.place, signed.witness
    if place and witness:
        text = _("Signed on a screen in the presence of {witness}, in {place}, on {date} at {time}.")
    elif witness:
        text = _("Signed on a screen in the presence of {witness}, on {date} at {time}.")
    elif place:
        text = _("Signed on a screen in {place}, on {date} at {time}.")
    else:
        text = _("Signed on a screen on {date} at {time}.")
    return text.format(witness=witness, place=place, **when)
