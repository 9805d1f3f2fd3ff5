"""What a criterion says of its evidence: the same words in the call, on the prospect's page and in the panel."""

import pytest

from desktop.models.evidence import Grade
from desktop.models.grids import Criterion
from desktop.services.grids import CriterionRow
from desktop.ui.widgets.evidence_words import missing_words, proof_words, verdict_words

LEVELS = ("None", "Mentioned", "Described", "Strong")
NEED = Criterion("need", "Stated need", "objective", LEVELS)
FIT = Criterion("fit", "Fit", "subjective", LEVELS)
STRICT = Criterion(
    "strict", "Strict", "objective", LEVELS, evidence=(Grade.ASSUMED, Grade.ASSUMED, Grade.STATED, Grade.DOCUMENTED)
)


def row(criterion: Criterion, answer: object, proofs: int = 0, grade: Grade = Grade.ASSUMED) -> CriterionRow:
    return CriterionRow(criterion, answer, None, None, proofs, grade)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shown", "beside", "missing", "verdict"),
    [
        (row(NEED, ""), "to ask", "", "Not asked yet."),
        (row(NEED, "?"), "to ask", "", "Asked, and they do not know."),
        (row(NEED, "", 1, Grade.STATED), "1 proof", "", "Not asked yet."),
        (row(NEED, 1), "assumed", "", "Assumed: this level does not ask for their words."),
        (row(NEED, 2), "to prove", "2 asks for: stated (write their words)", None),
        (row(NEED, 2, 2, Grade.STATED), "2 proofs", "", "Proven: stated"),
        (row(NEED, 3), "to prove", "3 asks for: confirmed (write their words, then say them back)", None),
        (row(NEED, 3, 2, Grade.STATED), "to prove", "3 asks for: confirmed (say it back)", None),
        (row(NEED, 3, 2, Grade.CONFIRMED), "2 proofs", "", "Proven: confirmed"),
        (row(STRICT, 3, 1, Grade.CONFIRMED), "to prove", "3 asks for: documented (see a document)", None),
        (row(FIT, 3), "impression", "", "An impression: their words are not required here."),
    ],
)
def test_what_is_said(shown: CriterionRow, beside: str, missing: str, verdict: str | None) -> None:
    assert proof_words(shown) == beside
    assert missing_words(shown) == missing
    assert verdict_words(shown) == (verdict or f"To prove. {missing}.")
