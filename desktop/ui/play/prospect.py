"""Writes the prospect of a conversation down: Ctrl+N, who they are, then their file and the people there."""

import uuid
from collections.abc import Callable
from datetime import date

from desktop.services import prospects
from desktop.services.conversation_forms import ContactForm, Conversation
from desktop.ui.play.keys import PlayError
from desktop.ui.play.stage import Stage


class ProspectPilot:
    """Types ``[prospect]`` and ``[[contacts]]`` in the prospects page."""

    def __init__(self, stage: Stage, conversation: Conversation, picture: Callable[[str], None]) -> None:
        self._stage = stage
        self._hands = stage.hands
        self._page = stage.shell.pages.prospects
        self._prospect = conversation.prospect
        self._contacts = conversation.contacts
        self._picture = picture

    def play(self) -> uuid.UUID:
        """A new prospect, its file on the screen. Returns its key."""
        self._hands.press("Alt+2")
        self._hands.until(self._page.isVisible, "the prospects")
        before = self._page.detail.prospect_id
        self._write_down()
        prospect_id = self._page.detail.prospect_id
        if prospect_id is None or prospect_id == before:
            raise PlayError("the prospect was not created")
        self._fill_file()
        self._fill_contacts()
        # Out of the fields, as Esc or a click on the list would: what is typed is saved when the focus leaves.
        self._hands.focus(self._page.table)
        self._page.detail.verticalScrollBar().setValue(0)
        self._check(prospect_id)
        self._picture("prospect")
        return prospect_id

    def _write_down(self) -> None:
        panel, hands = self._page.new_panel, self._hands
        first = self._contacts[0] if self._contacts else None
        hands.press("Ctrl+N")
        hands.fill(panel.company, self._prospect.company)
        if first:
            hands.fill(panel.person, first.name)
            hands.fill(panel.job, first.job_title)
            hands.fill(panel.reach, first.phone or first.email)
        hands.fill(panel.source, self._prospect.source)
        self._picture("new-prospect")
        hands.press("Return")

    def _fill_file(self) -> None:
        card = self._page.detail.fields
        self._hands.press("F2")
        typed = {
            "about": self._prospect.about,
            "sector": self._prospect.sector,
            "amount": f"{self._prospect.amount:f}" if self._prospect.amount is not None else "",
            "expected_on": _day(self._prospect.expected_on),
            "address": self._prospect.address,
            "siren": self._prospect.siren,
            "notes": self._prospect.notes,
        }
        for column, text in typed.items():
            if text:
                self._hands.fill(card.fields[column].editor, text)
        if self._prospect.kind != card.kind.value:
            self._hands.toggle(card.kind.segment(self._prospect.kind))

    def _fill_contacts(self) -> None:
        card = self._page.detail.contacts
        for place, contact in enumerate(self._contacts):
            if place:
                self._hands.fill(card.new, contact.name)
                self._hands.press("Return")
            self._fill_contact(place, contact)

    def _fill_contact(self, place: int, contact: ContactForm) -> None:
        row = self._page.detail.contacts.rows[place]
        for editor, text in ((row.job, contact.job_title), (row.phone, contact.phone), (row.email, contact.email)):
            if text and editor.text() != text:
                self._hands.fill(editor, text)
        if contact.role:
            self._hands.pick(row.role, contact.role.value)

    def _check(self, prospect_id: uuid.UUID) -> None:
        """What was typed is on the disk, word for word."""
        saved = self._stage.workspace.ask(prospects.load_prospect, prospect_id)
        for column, wanted in self._prospect.model_dump(exclude={"siren"}).items():
            if getattr(saved, column) != wanted:
                raise PlayError(f"the prospect’s {column} is {getattr(saved, column)!r}, not {wanted!r}")
        for contact, wanted_contact in zip(saved.contacts, self._contacts, strict=True):
            for column, wanted in wanted_contact.model_dump().items():
                if getattr(contact, column) != wanted:
                    raise PlayError(f"the contact’s {column} is {getattr(contact, column)!r}, not {wanted!r}")


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
