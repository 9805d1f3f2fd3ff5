"""The words that a generated book is written with."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(each.replace("-", " ") for each in text.split())


TRADES = _words(
    "Menuiserie Charpente Imprimerie Boulangerie Plomberie Serrurerie Fonderie Cartonnerie Ébénisterie Brasserie "
    "Verrerie Chaudronnerie Scierie Pépinière Transports Métallerie Logistique Maçonnerie Électricité Nettoyage"
)
NAMES = _words(
    "Roux Durand Morel Lemoine Garnier Lefèvre Fournier Girard Bonnet Mercier Lambert Fontaine Rousseau Vincent Muller "
    "Faure Andrieu Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand "
    "Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet "
    "Gaillard Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard"
)
FIRST_NAMES = _words(
    "Claire Marc Karim Sophie Julien Nadia Étienne Camille Hélène Thomas Inès Paul Léa Antoine Fatima Hugo Anaïs Rémi "
    "Aurélie Noé Manon Yanis Élodie Bruno Céline Xavier Océane Gaël Zoé Loïc"
)
TOWNS = _words(
    "Rennes Nantes Lyon Lille Bordeaux Toulouse Angers Brest Dijon Metz Nancy Tours Caen Reims Nîmes Pau Niort Vannes "
    "Quimper Albi Béziers Évreux Orléans Annecy"
)
JOBS = _words("dirigeante gérant directeur-commercial acheteuse responsable-production assistante associé")
RELATIONS = _words("conjoint conjointe fille fils mère père")
SOURCES = _words("recommandation site-internet appel-entrant prospection partenaire")
SHOWS = ("Salon Batimat 2025", "Salon Global Industrie 2026", "Foire de Rennes 2026", "Salon Artibat 2026")
SENTENCES = (
    "Chaque rupture me coûte un client.",
    "On perd une journée par semaine à ressaisir les devis.",
    "Si rien ne change d’ici l’été, je devrai embaucher.",
    "Le budget est là, mais il faut que ce soit signé avant la clôture.",
    "Mon associé décide avec moi.",
    "L’échéance, c’est le déménagement de l’atelier en mars.",
    "L’équipe n’est pas prête à changer d’outil.",
    "On a déjà essayé un tableur, personne ne le remplit.",
    "Ce qui nous manque, c’est de savoir qui relancer.",
    "Les stocks sont faux un jour sur deux.",
    "Je veux voir une usine qui tourne avec, pas une plaquette.",
    "Notre fournisseur actuel met dix jours à répondre.",
)
SUBJECTS = (
    "valider le budget",
    "confirmer la date de la visite",
    "envoyer le cas client",
    "savoir qui signe",
    "revenir sur les délais",
    "",
)
EXCHANGES = (
    "Mail reçu : ils attendent le retour de leur comptable.",
    "Passé à l’atelier, visite de la ligne de découpe.",
    "Envoyé la fiche technique et deux références.",
    "Note : le gendre reprend l’entreprise l’an prochain.",
)
LOSSES = ("price", "no_budget", "timing", "competitor", "no_decision", "no_answer", "fit", "other")
