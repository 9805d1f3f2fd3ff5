"""The page that opens the data when the passphrase is forgotten: printed once, kept away from the computer."""

from io import BytesIO

from reportlab.platypus.flowables import Flowable, Spacer

from desktop.documents.sheet import WIDTH, Pages, Running, Sheet
from desktop.documents.styles import styles
from desktop.documents.tables import Cell, grid
from desktop.documents.typesetter import Typesetter
from desktop.i18n import LANGUAGES, Language
from desktop.services.proposal_content import DEFAULT_ACCENT

_A_ROW = 4
"""Groups of the code on a line: what an eye holds while the other hand types."""


def render_recovery(code: str, language: str) -> bytes:
    """One A4 page, in ``language``, with ``code`` in large groups. ``code`` comes grouped by hyphens or spaces."""
    setter = Typesetter(Language(language if language in LANGUAGES else "en"), styles(DEFAULT_ACCENT))
    buffer = BytesIO()
    Sheet(buffer, _running(setter), setter.styles.accent, Pages(1)).lay(_story(code, setter))
    return buffer.getvalue()


def _running(setter: Typesetter) -> Running:
    _ = setter.language.gettext
    title = setter.plain(_("Recovery sheet"))
    lang = "fr-FR" if setter.language.code == "fr" else "en-GB"
    return Running(
        title=title,
        author="Boussole",
        subject=title,
        keywords="",
        lang=lang,
        first_left="Boussole",
        first_right="",
        left="",
        right="",
        legal="",
        page=_("{page} / {total}"),
    )


def _story(code: str, setter: Typesetter) -> list[Flowable]:
    _ = setter.language.gettext
    style = setter.styles
    advice = (
        _("Print this page and keep it away from this computer: in a safe, or with your contracts."),
        _("Do not photograph it, do not send it by e-mail, do not write the passphrase on it."),
        _("Whoever holds this page and your computer can read your customers’ data."),
        _("Without this page and without the passphrase, nobody can recover the data, not even us."),
    )
    steps = (
        _("Open Boussole and type this code in place of the passphrase."),
        _("Spaces, hyphens and capitals do not matter."),
        _("Choose a new passphrase, then print a new sheet and destroy this one."),
    )
    story: list[Flowable] = [Spacer(0, 10), setter.paragraph(_("Recovery sheet"), style.title)]
    story.append(setter.paragraph(_("It opens your data if you forget your passphrase."), style.subtitle))
    story += [Spacer(0, 24), _code(code, setter), Spacer(0, 18)]
    story += [setter.paragraph(_("Keep it"), style.heading), *setter.items(advice, style.first_item), Spacer(0, 8)]
    story += [setter.paragraph(_("Use it"), style.heading), *setter.items(steps, style.first_item), Spacer(0, 26)]
    return [*story, setter.paragraph(_("Printed on: ____________________"), style.first)]


def _code(code: str, setter: Typesetter) -> Flowable:
    """The groups on a tinted ground, read line by line."""
    groups = code.replace("-", " ").split() or [code]
    lines = [groups[i : i + _A_ROW] for i in range(0, len(groups), _A_ROW)]
    rows: list[list[Cell]] = [
        [[setter.paragraph(group, setter.styles.code)] for group in line] + [[] for _gap in range(_A_ROW - len(line))]
        for line in lines
    ]
    return grid(
        rows,
        [WIDTH / _A_ROW] * _A_ROW,
        ("BACKGROUND", (0, 0), (-1, -1), setter.styles.tint),
        ("LEFTPADDING", (0, 0), (-1, -1), 18),
        ("TOPPADDING", (0, 0), (-1, 0), 10),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 14),
    )
