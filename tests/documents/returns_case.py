"""Claire's figures, what they come to in a year, and the return that the documents print of them."""

from decimal import Decimal

from desktop.models.returns import Figure, Gain, Returns, Rhythm, Unit, cost_of, gain_a_year, returns
from tests.documents.cases import CALL, CLAIRE


def figure(value, unit, rhythm, words):
    return Figure(Decimal(value), unit, rhythm, words, "Claire Fontaine", CALL)


DAY = figure(1, Unit.DAYS, Rhythm.WEEK, "une journée par semaine")
REPS = figure(2, Unit.PEOPLE, None, "deux commerciaux")
COST = figure(350, Unit.EUROS_A_DAY, None, "une journée nous coûte 350 €")
ERRORS = (
    figure(3, Unit.THINGS, Rhythm.WEEK, "3 erreurs par semaine"),
    figure(200, Unit.EUROS, None, "chaque erreur nous coûte 200 €"),
)


def gain(figures, label=""):
    return Gain(label, figures, gain_a_year(figures))


LOST = gain((DAY, REPS, COST), "Des relances utiles")


def returns_of(*gains: Gain) -> Returns | None:
    """Beside what the recommended option costs."""
    option = CLAIRE.recommended
    assert option is not None
    return returns(gains, cost_of(option.lines), option.name)
