"""The closed lists that turning French rests on: whose words they are, what asks for a subjunctive, what only fills."""

from desktop.models.french_verbs import Mood, Person, is_nous_form, is_verb_form
from desktop.models.turned_words import DoubtfulError, Token, listed

FIRST_PERSON = listed(
    "je j’ me m’ moi mon ma mes mien mienne miens miennes nous notre nos nôtre nôtres on moi-même nous-mêmes"
)
REP = listed("tu te t’ toi ton ta tes vous votre vos vôtre vôtres vous-même disons mettons admettons")
"""They speak to the rep, or with: turned, these words would speak of the prospect."""
QUOTES = listed('« » “ ” " :')
POSSESSIVES = {
    **dict.fromkeys(("mon", "ma", "notre"), "votre"),
    **dict.fromkeys(("mes", "nos"), "vos"),
    **dict.fromkeys(("mien", "mienne", "nôtre"), "vôtre"),
    **dict.fromkeys(("miens", "miennes", "nôtres"), "vôtres"),
    "moi-même": "vous-même",
    "nous-mêmes": "vous-mêmes",
}
THEIR_OWN = listed("se s’ son sa ses soi")
CLITICS = listed("me m’ se s’ nous le la les l’ lui leur y en")
REFLEXIVE = {"je": ("me", "m’"), "on": ("se", "s’"), "nous": ("nous",)}
LINKS = listed("et ou puis mais ni donc sinon , ; -")
DENIALS = listed("pas jamais rien aucun aucune personne guère")
ADVERBS_BEFORE_PAS = listed("toujours vraiment même surtout franchement forcément clairement")
BEFORE_AN_INFINITIVE = listed("à de pour sans pas jamais bien mieux aussi tout")
OTHER_SUBJECTS = listed("il elle ils elles chacun chacune qui ça cela c’ ce")
WISHES_OF_THEIRS = listed("voulez voudriez souhaitez souhaiteriez aimeriez préférez préféreriez vouliez")
NOUNS_IN_ONS = listed("maisons saisons raisons camions salons leçons façons bons")

_DETERMINERS = "le la les l’ un une des du au aux ce cet cette ces mon ma mes notre nos son sa ses leur leurs"
_STARTS = f"""
{_DETERMINERS} votre vos quelques plusieurs certains certaines chaque chacun chacune aucun aucune tout toute tous toutes
deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante cent mille
je j’ on nous moi il elle ils elles c’ ça ce cela ceux celui celle celles personne rien quelqu’ quelqu’un quelque
à de d’ en dans sur sous avec sans pour par chez avant après depuis pendant dès vers entre contre selon jusqu’ jusque
si s’ quand lorsqu’ lorsque comme tant et ou ni mais où y n’ ne pas plus moins très trop assez peu beaucoup
aujourd’hui demain hier maintenant actuellement parfois souvent toujours jamais déjà encore bientôt désormais ensuite
surtout seulement même aussi ainsi alors puis sinon sauf voire bref ici là autour environ presque autant autrement
vraiment clairement forcément rapidement simplement justement apparemment visiblement heureusement malheureusement
globalement concrètement idéalement normalement théoriquement évidemment honnêtement franchement
notre-dame maxi minimum maximum point tard tôt soit dont qui que qu’ lequel laquelle fin début mi-
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
lundi mardi mercredi jeudi vendredi samedi dimanche impossible difficile l’an côté niveau
"""
_KNOWN = listed(_STARTS)
VERBS_OF_OTHERS = listed(
    "est sont a ont était étaient sera seront serait va vont peut peuvent doit doivent fait font faut faudra faudrait"
    " fallait n’ ne c’ prend prennent perd perdent veut veulent sait savent reste manque coûte ouvre finit tourne"
)
AFTER_A_NAME = listed("et , n’ ne est a va s’ se m’ me nous l’ le la les en y était sera avait")

_FILLERS = listed(
    "oui non si ben bah euh oh ah eh hein bon alors enfin bref voilà franchement honnêtement écoutez tenez donc et mais"
    " là effectivement absolument exactement"
)
_LONG_FILLERS = (("en", "fait"), ("du", "coup"), ("en", "gros"), ("bon", "ben"), ("et", "puis"))
_BARE_FILLERS = frozenset(("donc", "et", "mais", "ben", "bah", "euh", "bon", "alors"))
"""Fillers that need no comma after them; the others mean something else without one."""
_UNFINISHED = listed(
    "que qu’ qui quel quelle quels quelles comment pourquoi combien où parce puisque puisqu’ afin sauf dont"
)
_SUBJECTLESS = listed("n’ ne")
_HALF = listed("si s’ quand lorsque lorsqu’ comme tant dès")

_INDICATIVE_AFTER = listed(
    "parce alors depuis dès pendant après tant tandis maintenant sauf vu même plus moins mieux autant aussi"
    " dit dis dites pense penses crois croit croyez pensez sais sait savez vois voit voyez trouve trouvez constate"
    " constatez espère espérez sûr sûre certain certaine vrai clair fois ce estime estimez imagine imaginez"
)
_SUBJUNCTIVE_AFTER = listed(
    "faut faudrait faudra fallait pour avant afin sans bien besoin envie peur veut veulent voudrait attend attendent"
    " exige exigent souhaite souhaitent important nécessaire indispensable urgent essentiel dommage temps"
)
_RELATIVE_AFTER = listed(f"{_DETERMINERS} chaque quelques de d’ deux trois")
_FACTS = listed("problème problèmes souci soucis vrai difficulté sûr certain évident clair")
_ROLES = listed(
    "gérant gérante patron patronne directeur directrice dirigeant dirigeante responsable seul seule premier première"
    " dernier dernière président présidente propriétaire décideur décideuse chef cheffe utilisateur acheteur"
)
_FOLLOWED = listed("le la l’ les ce cet cette ces mon ma mes nos notre tout tous toute toutes")
_DONE_TOGETHER = listed(
    "dit dirait dira disait verra verrons reverra revoit revoyons reparle reparlera reparlons reparlerons recontacte"
    " recale refait rediscute rediscutera"
)
_DONE_TO_EACH_OTHER = listed(
    "voit voyons verra verrons rappelle rappelons rappellera rappellerons parle parlons parlera retrouve retrouvons"
    " retrouvera appelle appelons tient recontacte connaît connait écrit écrivons"
)
_BETWEEN = CLITICS | listed("ne n’ souvent parfois toujours ensuite après même aussi surtout du coup donc puis")
"""What may stand between « et » and the verb that follows it."""
_DATED = listed(
    "le en lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août"
    " septembre octobre novembre décembre début fin mi bientôt presque déjà"
)
_PHRASES = (
    "entre nous", "ensemble", "on y va", "comme on dit", "si on veut", "si l’ on veut", "on va dire", "on peut dire",
    "on va voir", "on fait comme ça", "on en reste", "à mon avis", "mon dieu", "ma foi", "mon cher", "ma chère",
    "s’ est vus", "s’ est vu", "s’ est parlé", "s’ est rencontrés", "s’ est croisés", "nous sommes vus",
    "nous sommes parlé", "nous sommes rencontrés",
)  # fmt: skip
_ORDERS = listed("dites faites redites")
_NO_ORDERS = listed("assez chez nez rez")


def without_filler(tokens: list[Token]) -> list[Token]:
    """Without what only starts the sentence: « franchement, », « du coup », « oui, »."""
    while len(tokens) > 2:
        lows = tuple(token.low for token in tokens[:3])
        if lows[:2] in _LONG_FILLERS:
            tokens = tokens[2:]
        elif lows[0] in _FILLERS and (lows[1] == "," or lows[0] in _BARE_FILLERS):
            tokens = tokens[1:]
        else:
            return tokens
        if tokens[0].text == ",":
            tokens = tokens[1:]
    return tokens


def is_known(low: str) -> bool:
    """Whether it begins a sentence as an ordinary word, not as a name or an order."""
    return low in _KNOWN or low in POSSESSIVES


def is_order(low: str) -> bool:
    """« envoyez », « passez », « faites »: an order, or what the rep is or does."""
    return low in _ORDERS or (low.endswith("ez") and low not in _NO_ORDERS and "-" not in low)


def is_inverted(low: str) -> bool:
    """« dois-je », « envoyez-moi », « peut-on »."""
    stem, hyphen, last = low.rpartition("-")
    return bool(hyphen and stem) and last in ("je", "on", "nous", "moi", "tu", "ce", "la", "les", "lui", "il", "elle")


def is_unfinished(lows: list[str]) -> bool:
    """A clause that hangs on another one: « parce que… », « quand on a le temps »."""
    return lows[0] in _UNFINISHED | _SUBJECTLESS or (lows[0] in _HALF and "," not in lows)


def speaks_of_both(lows: list[str]) -> bool:
    """« entre nous », « ensemble », « on y va », « comme on dit », « si on veut »: the rep is in it, or nobody is."""
    said = f" {' '.join(lows)} "
    return any(f" {phrase} " in said for phrase in _PHRASES)


def is_done_together(verb: str, reflexive: bool) -> bool:
    """« on se rappelle vendredi », « on en reparle »: the rep is in it."""
    return verb in _DONE_TOGETHER or (reflexive and verb in _DONE_TO_EACH_OTHER)


def refuse_following(after: str, next_one: str) -> None:
    """« je suis le dossier » is said of following, « je suis le gérant » of being."""
    if after in ("le", "la", "l’") and next_one in _ROLES:
        return
    if after == "tout" and next_one in ("seul", "à"):
        return
    if after in _FOLLOWED:
        raise DoubtfulError


def is_a_date(person: Person, verb: str, after: str) -> bool:
    """« on est lundi », « on est déjà en juin »: today is, not they are."""
    return person != "je" and verb in ("est", "était", "sera", "sommes", "étions", "serons") and after in _DATED


def a_verb_follows(tokens: list[Token]) -> bool:
    """Whether the words after « et » or a comma could be a verb of the same subject: « je prépare et les relance »."""
    between = 0
    while between < min(3, len(tokens)) and tokens[between].low in _BETWEEN:
        between += 1
    if between < len(tokens) and is_verb_form(tokens[between].low) and not tokens[between].is_name:
        return True
    token = tokens[0]
    low = token.low
    if not token.is_word or token.is_name or low in _KNOWN or low in FIRST_PERSON or low in CLITICS:
        return low in ("n’", "ne")
    if is_nous_form(low):
        return True
    return low.endswith(("e", "s", "t", "d", "x", "c", "ai", "a", "ons")) and not low.endswith(("ment", "ées", "és"))


def mood_after(lows: list[str]) -> Mood | None:
    """The mood of a clause in "que" by the words before it; ``None`` when they do not tell."""
    last = lows[-1] if lows else ""
    earlier = lows[-2] if len(lows) > 1 else ""
    if last == "ce" and earlier in ("à", "jusqu’à"):
        return "subjunctive"
    if last == "est" and _FACTS.intersection(lows):
        return "indicative"
    if last in _SUBJUNCTIVE_AFTER:
        return None if earlier in ("pas", "en") else "subjunctive"
    if last in _INDICATIVE_AFTER:
        return "indicative"
    return "indicative" if earlier in _RELATIVE_AFTER else None
