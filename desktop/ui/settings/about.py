"""Which version this is, and under which terms it and what it is made of are given."""

from desktop import __version__
from desktop.i18n import _, pgettext
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel

COMPONENTS = (
    ("Qt for Python (PySide6)", "LGPL v3"),
    ("SQLCipher, SQLite", "BSD, public domain"),
    ("SQLAlchemy, Alembic", "MIT"),
    ("ReportLab", "BSD"),
    ("cryptography", "Apache 2.0 / BSD"),
    ("Babel, pydantic, RapidFuzz, Pillow", "BSD, MIT, MIT, MIT-CMU"),
    ("icalendar, openpyxl, XlsxWriter, dateutil", "BSD, MIT, BSD, BSD"),
    ("Inter, Source Sans 3", "SIL Open Font License 1.1"),
    ("Lucide", "ISC"),
)


class AboutSection(Card):
    """The version, our licence, and those of others."""

    def __init__(self) -> None:
        super().__init__(pgettext("settings", "About"), margins=(22, 18, 22, 20), spacing=8)
        self.version = PlainLabel(_("Boussole {version}").format(version=__version__), "strong", selectable=True)
        self.body.addWidget(self.version)
        self.body.addWidget(PlainLabel(_("Free software, under the MIT licence."), "muted"))
        self.qt = PlainLabel(
            _(
                "Boussole uses Qt for Python under the LGPL v3: you may replace the Qt libraries by your own. "
                "Their source is at qt.io, and the text of the licence at gnu.org/licenses."
            ),
            "muted",
            wrap=True,
        )
        self.body.addWidget(self.qt)
        for name, licence in COMPONENTS:
            self.body.addWidget(PlainLabel(f"{name} · {licence}", "small"))
