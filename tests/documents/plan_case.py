"""Claire's plan, and one of any number of steps, for what is drawn of them."""

from datetime import date
from io import BytesIO

from desktop.documents.blocks import standing
from desktop.documents.plan import plan
from desktop.documents.running import language_of, running
from desktop.documents.sheet import Pages, Sheet
from desktop.documents.styles import styles
from desktop.documents.typesetter import Typesetter
from desktop.models.backplan import Plan, Side, Task, count_back
from desktop.models.proposals import DocumentKind
from desktop.models.working_days import Calendar, Closure
from desktop.services.proposal_content import ProposalContent

OURS, THEIRS = Side.OURS, Side.THEIRS
ISSUED = date(2026, 11, 23)
CALENDAR = Calendar((Closure((8, 1), (8, 31), "août"), Closure((12, 24), (1, 2), "fêtes")))
TASKS = (
    Task("Décision", THEIRS, "Claire Fontaine", 5, (), "decision"),
    Task("Signature et commande", THEIRS, "Claire Fontaine", 1, (0,), "signing"),
    Task("Réunion de lancement", OURS, "Julie Morvan", 1, (1,), "kick-off"),
    Task("Accès et documents", THEIRS, "Karim", 3, (1,), "access"),
    Task("Paramétrage des trois écrans", OURS, "Julie Morvan", 12, (2,), "setting-up"),
    Task("Vérification ensemble", THEIRS, "", 2, (3, 4), "check"),
    Task("Mise en service", OURS, "Julie Morvan", 1, (5,), "start"),
)
PLAN = count_back(TASKS, date(2027, 1, 29), CALENDAR, ISSUED)
LATE = count_back(TASKS, date(2026, 12, 18), CALENDAR, ISSUED)


def long_plan(count: int, name: str = "Étape {number}") -> Plan:
    """``count`` steps that wait for each other, but for one in five."""
    tasks = tuple(
        Task(name.format(number=place + 1), list(Side)[place % 2], "Claire Fontaine", 2, after, str(place))
        for place in range(count)
        for after in [(place - (2 if place % 5 == 0 else 1),) if place > 1 else (0,) * place]
    )
    return count_back(tasks, date(2028, 6, 30), CALENDAR, ISSUED)


def laid(content: ProposalContent) -> bytes:
    """The section as a document of its own, after the blocks if there are any."""
    setter = Typesetter(language_of(content), styles(content.seller.accent))
    buffer = BytesIO()
    lines = running(content, setter, DocumentKind.PROPOSAL)
    Sheet(buffer, lines, setter.styles.accent, Pages(1)).lay([*standing(content, setter), *plan(content, setter)])
    return buffer.getvalue()
