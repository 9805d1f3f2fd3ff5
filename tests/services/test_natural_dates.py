"""Real phrasings in both languages, what must never be a date, and what holds whatever the day."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.i18n import Language
from desktop.models.working_days import PLAIN, Calendar, Closure, is_working_day
from desktop.services.followups import USUAL_HOUR
from desktop.services.natural_dates import understand

MONDAY = datetime.fromisoformat("2026-11-23T09:30")
"""A Monday, half past nine."""

TABLE = """
ven                                 | 2026-11-27 09:00 |
vendredi                            | 2026-11-27 09:00 |
Vendredi prochain                   | 2026-11-27 09:00 |
ce vendredi                         | 2026-11-27 09:00 |
ven 10h valider le budget           | 2026-11-27 10:00 | valider le budget
ven 10h30                           | 2026-11-27 10:30 |
ven. 27 nov. à 10:00                | 2026-11-27 10:00 |
vendredi 27                         | 2026-11-27 09:00 |
vendredi 27 novembre 2026, 14h      | 2026-11-27 14:00 |
vendredi matin                      | 2026-11-27 09:00 |
vendredi après-midi rappeler Karim  | 2026-11-27 14:00 | rappeler Karim
vendredi en fin de journée          | 2026-11-27 17:00 |
vendredi en huit                    | 2026-12-04 09:00 |
vendredi de la semaine prochaine    | 2026-12-04 09:00 |
semaine prochaine, mardi 10h        | 2026-12-01 10:00 |
lundi 10h                           | 2026-11-30 10:00 |
lundi à 14 h 30                     | 2026-11-30 14:30 |
lundi, 8 heures : point budget      | 2026-11-30 08:00 | point budget
mar. 10h                            | 2026-11-24 10:00 |
mer 2 déc                           | 2026-12-02 09:00 |
samedi 10h visite du magasin        | 2026-11-28 10:00 | visite du magasin
10h vendredi                        | 2026-11-27 10:00 |
14h demain                          | 2026-11-24 14:00 |
demain                              | 2026-11-24 09:00 |
Demain 15h                          | 2026-11-24 15:00 |
demain matin                        | 2026-11-24 09:00 |
demain soir                         | 2026-11-24 18:00 |
demain à 5h de l'après-midi         | 2026-11-24 17:00 |
après-demain                        | 2026-11-25 09:00 |
apres demain midi                   | 2026-11-25 12:00 |
aujourd'hui                         | 2026-11-23 10:00 |
aujourd’hui 16h                     | 2026-11-23 16:00 |
aujourd'hui 8h                      | 2026-11-24 08:00 |
ce soir                             | 2026-11-23 18:00 |
cet après-midi                      | 2026-11-23 14:00 |
ce matin                            | 2026-11-23 10:00 |
10h                                 | 2026-11-23 10:00 |
8h                                  | 2026-11-24 08:00 |
14:30                               | 2026-11-23 14:30 |
à 14h rappeler                      | 2026-11-23 14:00 | rappeler
midi                                | 2026-11-23 12:00 |
midi et demi                        | 2026-11-23 12:30 |
dans 2 sem                          | 2026-12-07 09:00 |
dans 2 semaines à 10h               | 2026-12-07 10:00 |
dans une semaine                    | 2026-11-30 09:00 |
dans 3 jours                        | 2026-11-26 09:00 |
dans 5 jours ouvrés                 | 2026-11-30 09:00 |
dans quinze jours                   | 2026-12-07 09:00 |
sous huitaine                       | 2026-11-30 09:00 |
d'ici 2 mois                        | 2027-01-25 09:00 |
dans un mois                        | 2026-12-23 09:00 |
dans 2 heures                       | 2026-11-23 11:30 |
+3j                                 | 2026-11-26 09:00 |
+2sem démo                          | 2026-12-07 09:00 | démo
j+3                                 | 2026-11-26 09:00 |
le 27                               | 2026-11-27 09:00 |
le 5 à 11h                          | 2026-12-05 11:00 |
27/11                               | 2026-11-27 09:00 |
27/11/2026 à 14h                    | 2026-11-27 14:00 |
27/11/26 9h                         | 2026-11-27 09:00 |
27.11.2026                          | 2026-11-27 09:00 |
2026-12-24                          | 2026-12-24 09:00 |
27 novembre                         | 2026-11-27 09:00 |
1er mars                            | 2027-03-01 09:00 |
25 décembre                         | 2026-12-25 09:00 |
29 février                          | 2028-02-29 09:00 |
12 mars 2027 10h - point budget     | 2027-03-12 10:00 | point budget
fin janvier                         | 2027-01-29 09:00 |
d'ici fin janvier                   | 2027-01-29 09:00 |
avant fin janvier                   | 2027-01-29 09:00 |
mi-décembre                         | 2026-12-15 09:00 |
mi décembre 2027                    | 2027-12-15 09:00 |
début mars                          | 2027-03-01 09:00 |
début janvier                       | 2027-01-04 09:00 |
en mars                             | 2027-03-01 09:00 |
mars 2027                           | 2027-03-01 09:00 |
fin de mois                         | 2026-11-30 09:00 |
fin du mois                         | 2026-11-30 09:00 |
début du mois prochain              | 2026-12-01 09:00 |
fin de semaine                      | 2026-11-27 09:00 |
en fin de semaine prochaine         | 2026-12-04 09:00 |
fin d'année                         | 2026-12-31 09:00 |
la semaine prochaine                | 2026-11-30 09:00 |
le mois prochain                    | 2026-12-01 09:00 |
l'année prochaine                   | 2027-01-04 09:00 |
semaine 49                          | 2026-11-30 09:00 |
S50 démo                            | 2026-12-07 09:00 | démo
week 2                              | 2027-01-11 09:00 |
semaine 48                          | 2026-11-24 09:00 |
ce soir 8h                          | 2026-11-23 20:00 |
tonight at 8                        | 2026-11-23 20:00 |
à la rentrée                        | 2027-09-01 09:00 |
après les fêtes                     | 2027-01-04 09:00 |
vendredi valider le budget à 10h    | 2026-11-27 10:00 | valider le budget
ven 10h-11h rdv sur site            | 2026-11-27 10:00 | 10h-11h rdv sur site
ven pour valider le budget          | 2026-11-27 09:00 | pour valider le budget
fri                                 | 2026-11-27 09:00 |
fri 10am call Claire                | 2026-11-27 10:00 | call Claire
Friday at 2                         | 2026-11-27 14:00 |
this friday 3.15pm                  | 2026-11-27 15:15 |
next friday                         | 2026-12-04 09:00 |
next monday                         | 2026-11-30 09:00 |
next week on friday                 | 2026-12-04 09:00 |
friday week                         | 2026-12-04 09:00 |
friday morning                      | 2026-11-27 09:00 |
Friday, 27 November at 10:00        | 2026-11-27 10:00 |
mon 10am                            | 2026-11-30 10:00 |
4pm friday                          | 2026-11-27 16:00 |
tomorrow                            | 2026-11-24 09:00 |
tomorrow afternoon                  | 2026-11-24 14:00 |
tomorrow at noon: confirm budget    | 2026-11-24 12:00 | confirm budget
the day after tomorrow              | 2026-11-25 09:00 |
today at 5pm                        | 2026-11-23 17:00 |
tonight                             | 2026-11-23 18:00 |
this afternoon                      | 2026-11-23 14:00 |
noon                                | 2026-11-23 12:00 |
10 o'clock                          | 2026-11-23 10:00 |
2.30pm                              | 2026-11-23 14:30 |
in 2 weeks                          | 2026-12-07 09:00 |
in two weeks' time                  | 2026-12-07 09:00 |
in a fortnight                      | 2026-12-07 09:00 |
in 3 working days                   | 2026-11-26 09:00 |
2 weeks from now                    | 2026-12-07 09:00 |
in an hour                          | 2026-11-23 10:30 |
in a month                          | 2026-12-23 09:00 |
+2w                                 | 2026-12-07 09:00 |
Nov 27                              | 2026-11-27 09:00 |
November 27th, 2026 at 4pm          | 2026-11-27 16:00 |
27 Nov 2.30pm demo                  | 2026-11-27 14:30 | demo
27th of November                    | 2026-11-27 09:00 |
on the 27th                         | 2026-11-27 09:00 |
May 5                               | 2027-05-05 09:00 |
end of January                      | 2027-01-29 09:00 |
by the end of January               | 2027-01-29 09:00 |
early March                         | 2027-03-01 09:00 |
mid-December                        | 2026-12-15 09:00 |
in March                            | 2027-03-01 09:00 |
end of the month                    | 2026-11-30 09:00 |
end of next week                    | 2026-12-04 09:00 |
next week                           | 2026-11-30 09:00 |
next month                          | 2026-12-01 09:00 |
next year                           | 2027-01-04 09:00 |
by friday                           | 2026-11-27 09:00 |
"""
PHRASINGS = [tuple(part.strip() for part in line.split("|")) for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(("said", "due", "rest"), PHRASINGS)
def test_a_phrasing_is_understood_whatever_the_language_of_the_screen(
    said: str, due: str, rest: str, language: str
) -> None:
    understood = understand(said, MONDAY, language)
    assert understood is not None
    assert (f"{understood.due_local:%Y-%m-%d %H:%M}", understood.rest) == (due, rest)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "said",
    [
        "",
        "10",
        "10 personnes",
        "10 people in the team",
        "le budget 2027",
        "budget 2027 validé",
        "home",
        "claire.roux",
        "1",
        "24/7",
        "1/2 journée par semaine",
        "3/4 d'heure",
        "10h par semaine",
        "10 h de formation",
        "10h/semaine",
        "10 hours a week",
        "15 k€",
        "20 % de remise",
        "10 %",
        "2 sem",
        "15 jours",
        "3 semaines de retard",
        "le 10 %",
        "le 10 personnes",
        "31/02",
        "32/01",
        "30 février",
        "lundi 27 novembre",  # a Friday
        "ven 10",  # a Thursday in December
        "2027",
        "mai",
        "may be later",
        "marche",
        "vendredis",
        "march to the office",
        "dans le magasin",
        "dans 2-3 semaines",
        "in the office",
        "demaine",
        "25h",
        "10h75",
        "25:00",
        "fin",
        "la fin",
        "end",
        "début",
        "dans 1000 jours",
        "janvierr",
        "semaine 54",
        "s 49",
        "week 0",
        "1234 mars",
    ],
)
def test_what_may_be_something_else_is_no_date(said: str, language: str) -> None:
    assert understand(said, MONDAY, language) is None


@pytest.mark.parametrize(
    ("said", "language"), [("mon budget", "fr"), ("sam est parti", "en"), ("mar nostrum", "en"), ("sun city", "fr")]
)
def test_a_short_weekday_that_is_a_word_elsewhere_is_read_in_its_own_language(said: str, language: str) -> None:
    assert understand(said, MONDAY, language) is None
    assert understand(f"{said[:3]} 10h", MONDAY, language) is not None


@pytest.mark.parametrize(
    ("now", "said", "due"),
    [
        ("2026-11-27 09:30", "demain", "2026-11-30 09:00"),  # Friday
        ("2026-11-27 09:30", "vendredi", "2026-12-04 09:00"),
        ("2026-11-09 09:30", "mercredi 10h", "2026-11-12 10:00"),  # 11 November
        ("2026-12-24 09:30", "demain", "2026-12-28 09:00"),
        ("2026-11-23 09:30", "le 25 décembre", "2026-12-25 09:00"),
        ("2026-11-23 09:30", "dimanche 10h", "2026-11-29 10:00"),
        ("2026-11-22 09:30", "10h", "2026-11-23 10:00"),  # Sunday
        ("2026-11-22 09:30", "ce soir", "2026-11-22 18:00"),
        ("2026-11-23 09:30", "23/11 8h", "2026-11-23 08:00"),
        ("2026-11-23 09:30", "le 23", "2026-11-23 10:00"),
        ("2026-11-23 18:40", "ce soir", "2026-11-23 20:00"),
        ("2026-11-23 21:40", "ce soir", "2026-11-24 09:00"),
        ("2026-11-30 09:30", "fin novembre", "2026-11-30 10:00"),
        ("2026-12-01 09:30", "fin novembre", "2027-11-30 09:00"),
        ("2026-11-28 09:30", "fin de semaine", "2026-12-04 09:00"),  # Saturday
        ("2027-01-31 09:30", "dans un mois", "2027-03-01 09:00"),
        ("2026-12-31 23:59", "10h", "2027-01-04 10:00"),
        ("2026-11-30 09:30", "le 31", "2026-12-31 09:00"),
    ],
)
def test_days_that_are_not_worked_and_hours_that_are_past(now: str, said: str, due: str) -> None:
    understood = understand(said, datetime.fromisoformat(now))
    assert understood is not None
    assert f"{understood.due_local:%Y-%m-%d %H:%M}" == due


def test_the_words_after_it_are_kept_letter_for_letter() -> None:
    understood = understand("ven 10h : « Devis n° 12 » — 15 k€, <b>ÉTÉ</b>", MONDAY)
    assert understood is not None
    assert understood.rest == "« Devis n° 12 » — 15 k€, <b>ÉTÉ</b>"


NOWS = st.datetimes(datetime.fromisoformat("2024-01-01"), datetime.fromisoformat("2060-12-31"))


@given(st.text(), NOWS)
def test_no_text_breaks_it_and_the_rest_is_the_end_of_the_text(text: str, now: datetime) -> None:
    understood = understand(text, now)
    if understood is not None:
        assert text.isascii() is False or text.rstrip().endswith(understood.rest)


RELATIVE = st.sampled_from(
    [
        *("demain", "après-demain", "dans 3 jours", "+3j", "dans 2 sem", "dans un mois", "la semaine prochaine"),
        *("fin janvier", "mi-mars", "début mai", "fin de mois", "le mois prochain", "fin de semaine", "10h"),
        *("lundi", "mercredi", "friday", "next tuesday", "in 2 weeks", "end of June"),
    ]
)


@given(RELATIVE, st.sampled_from(["", " 10h", " à 14:30", " 5pm"]), NOWS)
def test_a_relative_date_is_to_come_and_worked(said: str, hour: str, now: datetime) -> None:
    understood = understand(said + (hour if said != "10h" else ""), now)
    assert understood is not None
    assert understood.due_local > now.replace(second=0, microsecond=0)
    assert is_working_day(understood.due_local.date())


AWAY = Calendar((Closure((12, 24), (1, 2)),), ((date(2026, 11, 20), date(2026, 12, 4)),))


@given(RELATIVE, st.datetimes(datetime.fromisoformat("2026-11-16"), datetime.fromisoformat("2026-12-30")))
def test_no_relative_date_falls_on_a_closure_or_an_absence(said: str, now: datetime) -> None:
    understood = understand(said, now, worked=AWAY)
    assert understood is not None
    assert AWAY.works(understood.due_local.date())
    assert now.replace(second=0, microsecond=0) < understood.due_local < now + timedelta(days=260)


def test_a_calendar_date_is_kept_though_the_rep_is_away_and_a_missing_hour_is_told() -> None:
    now = datetime.fromisoformat("2026-11-16T09:30")
    assert understand("24/11", now, worked=AWAY) == (datetime.fromisoformat("2026-11-24T09:00"), "", False)
    assert understand("mardi 24 novembre à 10h", now, worked=AWAY)[:1] == (datetime.fromisoformat("2026-11-24T10:00"),)
    assert understand("fin novembre", now, worked=AWAY)[0] == datetime.fromisoformat("2026-11-19T09:00")
    late = datetime.fromisoformat("2026-11-27T09:30")
    assert understand("fin novembre", late, worked=AWAY)[0] == datetime.fromisoformat("2026-12-07T09:00")


@given(NOWS, st.dates(date(2024, 1, 1), date(2099, 12, 31)), st.times(), st.sampled_from(["fr", "en"]))
def test_a_date_of_the_calendar_is_kept_as_it_was_said(now: datetime, day: date, hour: time, code: str) -> None:
    language, at = Language(code), hour.replace(second=0, microsecond=0)
    for said in (f"{day:%d/%m/%Y}", f"{day:%Y-%m-%d}", language.date(day), language.date(day, "full")):
        understood = understand(f"{said} {at:%H:%M} valider", now, code)
        assert understood == (datetime.combine(day, at), "valider", True)


@given(NOWS, st.integers(1, 27))
def test_tomorrow_and_the_next_working_day_agree(now: datetime, count: int) -> None:
    tomorrow = understand("demain", now)
    assert tomorrow is not None
    assert tomorrow.due_local == datetime.combine(PLAIN.first(now.date() + timedelta(days=1)), USUAL_HOUR)
    later = understand(f"dans {count} sem", now)
    assert later is not None
    assert later.due_local.date() == PLAIN.first(now.date() + timedelta(weeks=count))
