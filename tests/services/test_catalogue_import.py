"""A file is taken in whole or not at all, finds what is there again, and is undone as one act."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from desktop.i18n import LANGUAGES, Language
from desktop.models.catalogue import Billing, BlockKind, EvidenceKind, Offer, Reference, StandingBlock
from desktop.models.need_kinds import NeedKind
from desktop.services import catalogue, catalogue_changes, catalogue_references, standing_blocks
from desktop.services.catalogue_changes import values_of
from desktop.services.catalogue_export import sheets, write_catalogue
from desktop.services.catalogue_import import plan_import, take_in
from desktop.services.catalogue_sheets import SheetError, read_book
from tests.services.catalogue_case import small_catalogue, workbook
from tests.services.proposal_case import NOW

KINDS = (Offer, Reference, StandingBlock)
COUNTED = ("added", "changed", "back", "same")


def everything(session):
    """Every row, archived ones included, by key."""
    return {row.id: values_of(row) for kind in KINDS for row in session.scalars(select(kind))}


def said(session):
    """What the catalogue says: rows without their keys, dates nor places, the name of the offer for its key."""
    names = {offer.id: (offer.code, offer.label) for offer in catalogue.offers(session)}
    rows = [
        *catalogue.found_offers(session),
        *catalogue_references.references(session),
        *(row for code in LANGUAGES for row in standing_blocks.blocks(session, code)),
    ]
    without = ("created_at", "archived_at", "position")
    plain = [{name: value for name, value in values_of(row).items() if name not in without} for row in rows]
    return [{**row, **({"offer_id": names.get(row["offer_id"])} if "offer_id" in row else {})} for row in plain]


def empty(session):
    for kind in reversed(KINDS):
        session.execute(delete(kind))
    session.expire_all()


def counts(plan):
    return tuple(getattr(plan, name) for name in COUNTED)


def taken(session, path):
    plan = take_in(session, read_book(path), now=NOW)
    session.flush()
    return plan


def offer(session, label):
    (row,) = [each for each in catalogue.offers(session) if each.label == label]
    return row


def written(path, text):
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_is_exported_comes_back_the_same_here_and_elsewhere(session, tmp_path, code, ending):
    small_catalogue(session)
    before, rows = said(session), everything(session)
    paths = [tmp_path / f"{kind.__name__}.{ending}" for kind in (KINDS if ending == "csv" else KINDS[:1])]
    for kind, path in zip(KINDS, paths, strict=False):
        write_catalogue(path, sheets(session, Language(code)), kind, Language(code), now=NOW)
    again = [counts(taken(session, path)) for path in paths]
    assert [sum(each) for each in zip(*again, strict=True)] == [0, 0, 0, 5]
    assert everything(session) == rows
    empty(session)
    assert [sum(each) for each in zip(*(counts(taken(session, path)) for path in paths), strict=True)] == [5, 0, 0, 0]
    assert said(session) == before


LINES = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn", "Zl", "Zp"), exclude_characters="\x85"), max_size=20
).map(lambda text: " ".join(text.split()).replace("x005F_", ""))
TEXTS = st.lists(LINES, max_size=3).map(lambda lines: "\n".join(lines).strip())
NAMED = LINES.filter(bool)
SECTORS = st.lists(st.sampled_from(["Santé", "Bois", "Conseil", "=B2B", "-"]), unique=True)
NEEDS = st.sets(st.sampled_from(list(NeedKind))).map(lambda kinds: [kind.value for kind in NeedKind if kind in kinds])
OFFERS = st.lists(
    st.fixed_dictionaries(
        {
            "code": st.sampled_from(["", "A-1", "b 2", "=C3", "04"]),
            "label": NAMED,
            "detail": TEXTS,
            "answer": TEXTS,
            "benefit": TEXTS,
            "proof": TEXTS,
            "need_kinds": NEEDS,
            "sectors": SECTORS,
            "unit": LINES,
            "unit_price": st.decimals(0, Decimal("99999999.99"), places=2),
            "vat_rate": st.sampled_from([Decimal(text) for text in ("20", "10", "5.5", "2.1", "0", "8.5", "1.75")]),
            "billing": st.sampled_from(list(Billing)),
            "lead_days": st.integers(0, 3650),
            "step": st.booleans(),
        }
    ),
    max_size=4,
    unique_by=(lambda each: each["label"].casefold(), lambda each: each["code"] or each["label"]),
)
PROOFS = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(list(EvidenceKind)),
            "text": TEXTS.filter(bool),
            "source": LINES,
            "sectors": SECTORS,
            "need_kinds": NEEDS,
        }
    ),
    max_size=3,
)
BLOCKS = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(list(BlockKind)),
            "language": st.sampled_from(LANGUAGES),
            "title": NAMED,
            "text": TEXTS,
            "usual": st.booleans(),
        }
    ),
    max_size=3,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(OFFERS, PROOFS, BLOCKS, st.sampled_from(LANGUAGES), st.sampled_from(["xlsx", "csv"]))
def test_any_catalogue_comes_back_the_same(session, tmp_path, offers, proofs, blocks, code, ending):
    empty(session)
    keys = [None, *(catalogue.add_offer(session, now=NOW, **fields) for fields in offers)]
    for place, fields in enumerate(proofs):
        catalogue_references.add_reference(session, now=NOW, offer_id=keys[place % len(keys)], **fields)
    for fields in blocks:
        standing_blocks.add_block(session, now=NOW, **fields)
    session.flush()
    before, rows = sorted(map(repr, said(session))), everything(session)
    paths = []
    for kind in KINDS if ending == "csv" else KINDS[:1]:
        if ending == "csv" and not session.scalars(select(kind)).first():
            continue
        paths.append(tmp_path / f"{kind.__name__}.{ending}")
        write_catalogue(paths[-1], sheets(session, Language(code)), kind, Language(code), now=NOW)
    if not rows:
        return
    for path in paths:
        assert not taken(session, path).changes
    assert everything(session) == rows
    empty(session)
    for path in paths:
        taken(session, path)
    assert sorted(map(repr, said(session))) == before


def test_the_code_finds_the_offer_again_under_another_name(session, tmp_path):
    small_catalogue(session)
    key = offer(session, "Audit des relances").id
    plan = taken(session, written(tmp_path / "a.csv", "Code;Offre;Prix\na-1;Audit complet;1500\n"))
    assert counts(plan) == (0, 1, 0, 0)
    row = session.get_one(Offer, key)
    assert (row.label, row.unit_price, row.code) == ("Audit complet", Decimal(1500), "a-1")
    assert row.detail == "Deux jours sur place.\nRestitution écrite.", "a column that is not there changes nothing"


def test_without_a_code_the_name_finds_it_and_the_code_stays(session, tmp_path):
    small_catalogue(session)
    plan = taken(session, written(tmp_path / "a.csv", "Code;Offre;Prix\n;Audit des relances;1500\n;Neuf;10\n"))
    assert counts(plan) == (1, 1, 0, 0)
    assert (offer(session, "Audit des relances").code, offer(session, "Neuf").vat_rate) == ("A-1", Decimal(20))


def test_an_archived_offer_comes_back(session, tmp_path):
    small_catalogue(session)
    key = offer(session, "Audit des relances").id
    catalogue.archive_offer(session, key, at=NOW)
    session.flush()
    plan = taken(session, written(tmp_path / "a.csv", "Code;Offre\nA-1;Audit des relances\n"))
    assert counts(plan) == (0, 0, 1, 0) and session.get_one(Offer, key).archived_at is None


def test_an_import_is_undone_and_done_again_as_one(session, tmp_path):
    small_catalogue(session)
    before = everything(session)
    path = workbook(
        tmp_path / "a.xlsx", [("Code", "Offre", "Prix"), ("A-1", "Autre", 9), ("N-1", "Neuf", 1), ("N-2", "Neuve", 2)]
    )
    plan = taken(session, path)
    after = everything(session)
    assert counts(plan) == (2, 1, 0, 0) and after != before
    for _time in range(2):
        catalogue_changes.take_back(session, plan.changes, now=NOW)
        assert everything(session) == before
    for _time in range(2):
        catalogue_changes.apply(session, plan.changes, now=NOW)
        assert everything(session) == after


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Code;Offre\nA;Un\na;Deux\n", 3, "already on line 2"),
        ("Code;Offre\nA;Un\nB;\n", 3, "Give the offer a name"),
        ("Offre;Prix\nUn;1\nDeux;100 000 000\n", 3, "between 0 and"),
        ("Offre;Délai (jours ouvrés)\nUn;1\nDeux;4000\n", 3, "working days"),
        ("Ce que dit la preuve;Offre prouvée\nUn;A-1\nDeux;Z-9\n", 3, "Z-9"),
        ("Ce que dit la preuve;Source\nUn;\n;x\n", 3, "what proves it"),
        ("Titre du bloc;Texte\nUn;Deux\n", 2, "which language"),
        ("Titre du bloc;Langue\nUn;fr\n;en\n", 3, "a title"),
    ],
)
def test_a_wrong_line_is_refused_and_nothing_is_half_imported(session, tmp_path, text, line, words):
    small_catalogue(session)
    before = everything(session)
    with pytest.raises(SheetError, match=words) as caught:
        take_in(session, read_book(written(tmp_path / "a.csv", text)), now=NOW)
    assert [fault.line for fault in caught.value.faults] == [line]
    session.flush()
    assert everything(session) == before


def test_a_proof_finds_an_offer_of_the_same_file(session, tmp_path):
    book = workbook(tmp_path / "a.xlsx", [("Offre",), ("Audit",)])
    import openpyxl

    file = openpyxl.load_workbook(book)
    proofs = file.create_sheet("Preuves")
    proofs.append(("Ce que dit la preuve", "Offre prouvée"))
    proofs.append(("Six heures", "AUDIT"))
    file.save(book)
    assert counts(taken(session, book)) == (2, 0, 0, 0)
    (proof,) = catalogue_references.references(session)
    assert proof.offer_id == offer(session, "Audit").id


def test_planning_writes_nothing_and_can_be_done_twice(session, tmp_path):
    small_catalogue(session)
    before = everything(session)
    book = read_book(written(tmp_path / "a.csv", "Ce que dit la preuve;Offre prouvée\nNeuve;A-1\n"))
    assert [counts(plan_import(session, book, now=NOW)) for _time in range(2)] == [(1, 0, 0, 0)] * 2
    session.flush()
    assert everything(session) == before


def test_new_blocks_stand_after_the_others_in_the_order_of_the_file(session, tmp_path):
    small_catalogue(session)
    text = "Nature du bloc;Langue;Titre du bloc\nÉquipe;fr;B\nÉquipe;fr;A\nSuivi;fr;Notre suivi\n"
    assert counts(taken(session, written(tmp_path / "a.csv", text))) == (2, 0, 0, 1)
    assert [row.title for row in standing_blocks.blocks(session, "fr")] == ["Notre suivi", "B", "A"]
