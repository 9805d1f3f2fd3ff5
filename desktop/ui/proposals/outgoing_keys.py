"""The ways out of a proposal as actions: one key a document to export, and a menu that shows them all."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from desktop.i18n import _
from desktop.models.proposals import DocumentKind
from desktop.ui.actions import Action, display_keys
from desktop.ui.proposals.document_words import document_words
from desktop.ui.proposals.outgoing import Outgoing

MENU_KEY = "Ctrl+Shift+E"
EXPORT_KEYS = {
    DocumentKind.PROPOSAL: "Ctrl+E",
    DocumentKind.SUMMARY: "Ctrl+Shift+R",
    DocumentKind.QUOTATION: "Ctrl+Shift+D",
    DocumentKind.PLAN: "Ctrl+Shift+L",
    DocumentKind.SLIP: "Ctrl+Shift+T",
}
Able = Callable[[], bool]


def outgoing_actions(
    outgoing: Outgoing, scope: str, able: Able, priced: Able, open_menu: Callable[[], None]
) -> list[Action]:
    """Everything that hands a document over. ``priced`` says whether the proposal at hand gives a price yet."""
    actions = [
        Action("proposals.documents", _("Documents to hand over"), open_menu, (MENU_KEY,), scope, "file-text", able),
        Action(
            "proposals.give_price",
            _("Full proposal, with a price"),
            outgoing.give_price,
            (),
            scope,
            "euro",
            lambda: able() and not priced(),
        ),
    ]
    actions.append(
        Action("proposals.dates", _("Dates for a calendar (.ics)"), outgoing.save_dates, (), scope, "calendar", able)
    )
    for kind in DocumentKind:
        actions += _of(outgoing, kind, scope, able, priced)
    return actions


def _of(outgoing: Outgoing, kind: DocumentKind, scope: str, able: Able, priced: Able) -> list[Action]:
    def label(words: str) -> Callable[[], str]:
        return lambda: words.format(document=document_words(kind, priced=not able() or priced()))

    main = kind is DocumentKind.PROPOSAL
    suffix = "" if main else f".{kind.value}"
    return [
        Action(
            f"proposals.export{suffix}",
            _("Export the PDF") if main else label(_("Export: {document}")),
            lambda: outgoing.export(kind),
            (EXPORT_KEYS[kind],),
            scope,
            "download",
            able,
        ),
        Action(
            f"proposals.print{suffix}",
            _("Print") if main else label(_("Print: {document}")),
            lambda: outgoing.print_document(kind),
            ("Ctrl+P",) if main else (),
            scope,
            "printer",
            able,
        ),
        Action(
            f"proposals.mail{suffix}",
            label(_("E-mail: {document}")),
            lambda: outgoing.mail(kind),
            ("Ctrl+Shift+M",) if main else (),
            scope,
            "mail",
            able,
        ),
    ]


def documents_menu(parent: QWidget, outgoing: Outgoing, priced: bool) -> QMenu:
    """Each document with its key, then the same on paper and by e-mail."""
    menu = QMenu(parent)
    for kind in DocumentKind:
        # The key is only written: bound here as well, it would be ambiguous with that of the page.
        words = f"{_plain(document_words(kind, priced=priced))}\t{display_keys(EXPORT_KEYS[kind])}"
        act = menu.addAction(words)
        act.triggered.connect(lambda _checked=False, kind=kind: outgoing.export(kind))
    if not priced:
        menu.addAction(_plain(_("Full proposal, with a price"))).triggered.connect(outgoing.give_price)
    menu.addAction(_plain(_("Dates for a calendar (.ics)"))).triggered.connect(outgoing.save_dates)
    menu.addSeparator()
    for words, run in ((_("Print"), outgoing.print_document), (_("E-mail"), outgoing.mail)):
        below = menu.addMenu(_plain(words))
        for kind in DocumentKind:
            act = below.addAction(_plain(document_words(kind, priced=priced)))
            act.triggered.connect(lambda _checked=False, kind=kind, run=run: run(kind))
    return menu


def open_menu(button: QWidget, outgoing: Outgoing, priced: bool) -> QMenu:
    """Show the menu under ``button``, its first line at hand."""
    menu = documents_menu(button, outgoing, priced)
    menu.setActiveAction(menu.actions()[0])
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
    return menu


def _plain(words: str) -> str:
    """A menu reads "&" as the mark of a key."""
    return words.replace("&", "&&")
