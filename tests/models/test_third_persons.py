"""What speaks of somebody else, and above all what does not."""

import pytest

from desktop.models.third_persons import about_somebody, in_confidence

PEOPLE = ("Claire Fontaine", "Karim Benali", "Sophie Petit", "Jean Brévent")

OF_SOMEBODY = (
    "Karim finit ses devis le soir et il en a assez.",
    "Le matin, c’est Karim qui ouvre l’atelier.",
    "Il faut convaincre Benali avant la clôture.",
    "J’en ai parlé à Sophie, elle est contre.",
    "Mon associé est trop prudent, il bloque tout.",
    "Mon associé n’y croit pas.",
    "Notre comptable ne suit pas.",
    "Notre comptable, elle est débordée.",
    "Le patron n’est jamais là.",
    "La directrice refuse tout ce qui est nouveau.",
    "Ma femme tient la caisse et elle est épuisée.",
    "Mon commercial perd une journée par semaine.",
    "Mon mari s’énerve dès qu’on parle d’outil.",
    "L’assistante est partie sans former personne.",
    "L'acheteur traîne depuis six mois.",
    "Le DAF bloque toutes les dépenses.",
    "J’ai un stagiaire qui fait tout à la main.",
    "M. Perrin nous a laissés tomber.",
    "Madame Leroy voulait partir l’an dernier.",
    "Mon prédécesseur avait tout caché.",
    "My boss is afraid of change.",
    "My boss doesn’t read anything.",
    "Our accountant never answers.",
    "The sales manager can't keep up.",
    "He is never there on Mondays.",
    "I think she's leaving in March.",
    "Mr Smith promised it last year.",
    "Her assistant is overwhelmed.",
    "My partner, he won't sign.",
)

OF_NOBODY = (
    "On perd une journée par semaine à relancer des devis qui n’aboutiront jamais.",
    "Le CRM actuel, personne ne l’ouvre, c’est une usine à gaz.",
    "J’ai mis 15 k€ de côté pour ça, à lancer avant fin janvier.",
    "Il est urgent de signer avant la clôture.",
    "Il faut que ce soit prêt en janvier.",
    "Il y a trois ateliers et il n’y a qu’un tableau.",
    "La machine est vieille, elle tombe en panne tous les lundis.",
    "Le logiciel est lent, il plante deux fois par jour.",
    "Mon équipe n’est pas prête à changer d’outil.",
    "Mon associé décide avec moi.",
    "Mon associé et moi, nous voulons avancer.",
    "L’échéance, c’est le déménagement de l’atelier en mars.",
    "Chaque rupture me coûte un client.",
    "Nos clients ne rappellent pas, ils sont pressés.",
    "Les commerciaux ressaisissent tout.",
    "Le directeur commercial signe avec moi.",
    "On a déjà essayé un tableur, personne ne le remplit.",
    "Le devis est faux une fois sur trois.",
    "Petit problème : le stock est faux.",
    "Chez Brévent, on travaille comme ça depuis trente ans.",
    "Si Cholet part avec la même méthode, je signe les deux.",
    "Je suis seule à décider, et c’est Claire qui vous le dit.",
    "La commande est arrivée, elle est incomplète.",
    "Le chef-lieu est loin.",
    "We lose a day a week chasing quotes.",
    "The software is slow and it crashes.",
    "My team is not ready.",
    "The partner programme is expensive.",
    "Our customers don’t call back.",
    "It is urgent to sign before the year ends.",
    "The managers’ report is late.",
    "My partner signs with me.",
)


@pytest.mark.parametrize("words", OF_SOMEBODY)
def test_words_about_somebody_are_seen(words):
    assert about_somebody(words, "Claire Fontaine", PEOPLE, "Ateliers Brévent")


@pytest.mark.parametrize("words", OF_NOBODY)
def test_words_about_nobody_are_left_alone(words):
    assert not about_somebody(words, "Claire Fontaine", PEOPLE, "Ateliers Brévent")


def test_one_speaks_of_oneself_and_others_of_them():
    words = "Karim, c’est moi."
    assert not about_somebody(words, "Karim Benali", PEOPLE)
    assert about_somebody(words, "Claire Fontaine", PEOPLE)
    assert not about_somebody("Je suis M. Benali.", "Karim Benali", PEOPLE)


def test_nobody_known_names_nobody():
    assert not about_somebody("Karim ouvre l’atelier.", "", ("", "  ", "K.", "É 2"))


def test_hostile_names_are_only_names():
    assert about_somebody("Demandez à A+(x)*Bob demain.", "", ("Bob+(x)* Z",))
    assert not about_somebody("x" * 20_000, "(" * 50, (")" * 50, "a{9}"))


@pytest.mark.parametrize(
    "words",
    [
        "Entre nous, Karim finit ses devis le soir et il en a assez.",
        "Ça reste entre nous, mais on change de fournisseur.",
        "C’est confidentiel pour l’instant.",
        "Ne le répétez pas, le site ferme en juin.",
        "Je ne devrais pas vous le dire.",
        "Je peux monter jusqu’à 20 k€ si ça marche.",
        "On pourrait aller jusqu’à 18 000 €.",
        "Off the record, we are closing the plant.",
        "Between you and me, it is not working.",
        "Don’t tell anyone, but we are selling.",
        "We could go up to €20,000 if needed.",
    ],
)
def test_what_was_confided_is_seen(words):
    assert in_confidence(words)


@pytest.mark.parametrize(
    "words",
    [
        "J’ai mis 15 k€ de côté pour ça, à lancer avant fin janvier.",
        "On répartit la tâche entre nous deux.",
        "Nos données sont sensibles.",
        "On peut aller jusqu’à trois sites.",
        "We can go to two sites a week.",
        "Dites-le à toute l’équipe.",
        "Le budget est de 20 000 €.",
    ],
)
def test_what_may_be_repeated_is_left_alone(words):
    assert not in_confidence(words)
