"""Claire's case (domain.md §4) as the proposal services would hand it over, and what other tests vary from it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop.models.pricing import Line
from desktop.services.proposal_content import Client, NeedBlock, OptionBlock, ProposalContent, Quote, Seller

D = Decimal
CALL = date(2026, 11, 12)

SELLER = Seller(
    name="Atelier Nord Conseil",
    legal_form="SARL",
    capital="20 000 €",
    address="12 rue des Forges",
    postcode_city="35000 Rennes",
    siret="000 000 000 00000",
    rcs="Rennes",
    vat_number="FR00 000000000",
    phone="02 99 00 00 00",
    email="julie@atelier-nord.example",
    representative="Julie Morvan",
    insurance="Mutuelle des Forges, contrat 4471, France",
    payment_terms="30 % à la commande, le solde à 30 jours date de facture, par virement",
    late_penalty="trois fois le taux d’intérêt légal",
    deposit_percent=D(30),
)
CLIENT = Client("Ateliers Brévent", "Claire Fontaine", "dirigeante", "4 quai de la Loire, 49300 Cholet", "000 000 000")


def said(text: str, confirmed: bool = False) -> Quote:
    return Quote(text, "Claire Fontaine", CALL, confirmed)


LEAD = said("On perd une journée par semaine à relancer des devis qui n’aboutiront jamais.", True)

NEEDS = (
    NeedBlock(
        (LEAD,),
        "Les relances ne distinguent pas un devis mûr d’une simple curiosité.",
        "92 jours par an, selon vos chiffres",
        "Une grille de cinq critères notés de 0 à 3 pendant l’appel, visible par les deux commerciaux.",
        "Une journée rendue chaque semaine",
        "Menuiseries Roland, 40 salariés : six heures rendues par semaine",
    ),
    NeedBlock(
        (said("Le CRM actuel, personne ne l’ouvre, c’est une usine à gaz."),),
        "L’outil doit se prendre en main pendant un rendez-vous, sans projet informatique.",
        "Condition pour que l’équipe l’utilise",
        "Trois écrans, une demi-journée de formation, sur vos propres dossiers.",
        "",
        "Équipe Perrin : utilisé à chaque rendez-vous après deux semaines",
    ),
    NeedBlock(
        (said("J’ai mis 15 k€ de côté pour ça, à lancer avant fin janvier.", True),),
        "Le budget existe et la date est tenue par l’ouverture de Cholet.",
        "Mise en service le 29 janvier",
        "Un calendrier de huit semaines, tenu par une seule personne de notre côté.",
        "En service le 29 janvier 2027",
        "",
    ),
)

TO_CONFIRM = ("Qui signe avec vous la commande ?", "Le service achats a-t-il un délai de traitement ?")

START = OptionBlock(
    "Démarrer",
    "Pour vérifier sur un seul portefeuille avant d’équiper l’équipe.",
    ("Audit de vos relances en cours", "Grille commune, un commercial", "Bilan écrit après trois semaines"),
    "3 semaines",
    (
        Line("Audit des relances", "120 devis ouverts, rapport remis", D(3), "jours", D(1100), D(20)),
        Line("Pilote sur un portefeuille", "Réglage de la grille et suivi", D(3), "jours", D(1200), D(20)),
    ),
    answers=(0,),
)
EQUIP = OptionBlock(
    "Équiper l’équipe",
    "Pour que vos deux commerciaux travaillent de la même façon dès janvier.",
    ("Tout ce que contient Démarrer", "Grille et trame pour deux commerciaux", "Une demi-journée de formation"),
    "8 semaines",
    (
        Line("Audit des relances", "120 devis ouverts, rapport remis", D(3), "jours", D(1100), D(20)),
        Line("Mise en place", "Grille, trame et relances de deux commerciaux", D(7), "jours", D(1200), D(20)),
        Line("Formation", "Une demi-journée, sur vos propres dossiers", D(1), "session", D(1700), D(20)),
    ),
    True,
    "Elle tient dans l’enveloppe que vous avez citée et répond à l’ouverture de Cholet.",
    (0, 1, 2),
)
DEPLOY = OptionBlock(
    "Déployer",
    "Pour ouvrir Cholet avec la même méthode que Rennes.",
    ("Tout ce que contient Équiper l’équipe", "Le site de Cholet et ses trois commerciaux", "Suivi mensuel, six mois"),
    "14 semaines",
    (
        Line("Équiper l’équipe", "Ensemble de l’option précédente", D(1), "forfait", D(13400), D(20)),
        Line("Site de Cholet", "Trois commerciaux, paramétrage et formation", D(4), "jours", D(1200), D(20)),
        Line("Suivi mensuel", "Une heure par mois pendant six mois", D(1), "forfait", D(1600), D(20)),
    ),
    answers=(0, 1, 2),
)

CLAIRE = ProposalContent(
    language="fr",
    number="P-2026-0042",
    revision=2,
    issued_on=date(2026, 11, 23),
    valid_until=date(2026, 12, 23),
    title="Rendre à vos commerciaux leur journée perdue",
    seller=SELLER,
    client=CLIENT,
    call_date=CALL,
    lead_quote=LEAD,
    objective="Que chaque relance aille à un dossier qui a une chance d’aboutir, avant la fin janvier.",
    cost_today="Une journée par semaine et par commercial, soit 92 jours par an.",
    cost_source="Selon vos chiffres",
    recommendation="Équiper vos deux commerciaux d’une grille partagée, avec une demi-journée de formation.",
    gains=("Des devis qui partent d’un besoin noté", "Une relance par objectif", "Un seul écran à ouvrir"),
    needs=NEEDS,
    to_confirm=TO_CONFIRM,
    options=(START, EQUIP, DEPLOY),
    start_on=date(2027, 1, 29),
    next_step="De votre côté, nous attendons les accès de Karim le 14 décembre.",
    sign_before=date(2026, 12, 11),
)

MORE_NEEDS = (
    NeedBlock(
        (said("Karim finit ses devis le soir, chez lui."), said("Le matin, on ne sait plus où on en est.")),
        "Les devis débordent sur le temps personnel.",
        "Un départ possible",
        "Des modèles prêts.",
        "",
        "Scierie Hamon : neuf devis sur dix envoyés le jour même",
    ),
    NeedBlock(
        (said("Si Cholet part avec la même méthode, je signe les deux."),),
        "La méthode doit tenir sur un second site.",
        "Ouverture en avril",
        "Un déploiement par site, avec la même grille.",
        "",
        "Groupe Tréhel : trois sites en un trimestre",
    ),
)
FIVE = replace(CLAIRE, needs=NEEDS + MORE_NEEDS)
ONE = replace(CLAIRE, needs=NEEDS[:1], options=(EQUIP,), to_confirm=())
PRE = replace(CLAIRE, contractual=False)
BARE = ProposalContent("fr", "P-1", 1, date(2026, 1, 1), date(2026, 1, 31), "", Seller("X"), Client("Y"))
