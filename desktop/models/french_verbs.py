"""From ``je perds``, ``on perd`` or ``nous perdons`` to ``vous perdez``: the verbs that a prospect uses.

A form that is not here is unknown, and whoever asks must not guess it. Ordinary verbs are built from their infinitive,
the others from seven forms.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

Person = Literal["je", "on", "nous"]
Mood = Literal["indicative", "subjunctive"]

_FIRST_GROUP = """
abandonner accélérer accepter accompagner acheter achever adapter adorer afficher agacer aider aimer ajouter allouer
alterner améliorer amener annuler anticiper appeler apporter apprécier appuyer arrêter arriver assister assumer
assurer attaquer augmenter automatiser autoriser avancer avouer baisser basculer bénéficier bloquer bosser boucler
bouger bricoler budgéter cadrer calculer caler capter centraliser changer charger chercher chiffrer cibler classer
cliquer clôturer cogner collaborer coller commander commencer commercialiser comparer compléter compter concentrer
confier confirmer consacrer conseiller considérer consommer constater consulter contacter continuer contrôler
convoquer coordonner copier corriger coter coûter craquer créer cumuler débloquer déborder débrouiller débuter décaler
décider déclarer décrocher dédier dégager déléguer demander démarrer déménager dépanner dépasser dépenser déployer
déposer dessiner détester développer digitaliser diminuer dîner diriger discuter disposer distribuer donner doubler
douter dupliquer durer échanger échouer économiser écouter écraser effectuer éliminer embaucher embêter emmener
employer énerver engager enlever enregistrer entasser enterrer entrer envisager éparpiller équilibrer équiper espérer
essayer estimer étaler étudier évacuer évaluer éviter évoluer exiger exister expliquer exploiter exporter externaliser
fabriquer facturer fatiguer fermer fêter ficeler fidéliser filtrer financer fixer foncer fonctionner formaliser former
freiner fréquenter gâcher gagner galérer garder gaspiller geler générer gérer gratter grimper habiter héberger hésiter
identifier ignorer imaginer importer imprimer improviser industrialiser informer inquiéter insister installer intégrer
intéresser internaliser inviter jeter jongler jouer juger justifier laisser lancer lever libérer limiter livrer louer
lutter maîtriser manger manquer marcher maximiser mélanger mener mesurer miser modifier monter montrer multiplier
naviguer négliger négocier nettoyer noter occuper opérer optimiser organiser oublier paramétrer parler partager
participer passer patauger patienter payer peiner peler penser peser piloter placer planifier pointer porter poser
posséder pousser pratiquer préférer préparer présenter presser prioriser privilégier profiter programmer projeter
prolonger promener proposer prospecter provisionner qualifier quitter raconter ramasser ramer ranger rappeler
rassembler rassurer rater réaliser recaler récolter recommander recommencer recruter récupérer rédiger redouter
reformuler refuser regarder régler regretter regrouper rejeter relancer relever remarquer remonter remplacer
rencontrer renoncer renouveler renseigner rentrer réorganiser réparer repasser repérer répéter reporter reposer
repousser représenter reprocher réserver respecter ressembler rester retarder retourner retravailler retrouver rêver
risquer rouler ruiner sacrifier saturer sauter sécuriser séparer signaler signer simplifier situer soigner sonner
souhaiter soulever sous-traiter stocker stresser structurer subventionner suggérer superviser supporter supprimer
surveiller tabler tarder tâtonner tenter tester tirer tomber tourner traîner traiter trancher transférer transporter
travailler traverser tricher trier trimer trouver utiliser valider vérifier verser vider viser visiter voler voter
voyager zapper
"""
_SECOND_GROUP = """
finir choisir réussir grandir agir réagir réfléchir définir fournir établir rétablir investir réunir remplir garantir
subir grossir élargir ralentir vieillir bâtir saisir applaudir convertir avertir répartir franchir enrichir raccourcir
nourrir aboutir unir punir alourdir arrondir assouplir embellir
"""
_RE_GROUP = "perd vend revend attend rend répond entend descend dépend défend étend confond tend suspend prétend"

# je, on, nous, vous; then the stem of the future, and the subjunctive of je/on and of vous. Before the colon: prefixes.
_IRREGULAR = """
: suis est sommes êtes ser sois,soit soyez
: ai a avons avez aur aie,ait ayez
: vais va allons allez ir aille alliez
-,re,dé,satis: fais fait faisons faites fer fasse fassiez
-,re: dis dit disons dites dir dise disiez
: peux peut pouvons pouvez pourr puisse puissiez
: veux veut voulons voulez voudr veuille vouliez
-,re: dois doit devons devez devr doive deviez
: sais sait savons savez saur sache sachiez
-,re: vois voit voyons voyez verr voie voyiez
pré: vois voit voyons voyez voir voie voyiez
-,de,re,con,pré,inter,sou,par: viens vient venons venez viendr vienne veniez
-,ob,main,re,sou,con,entre,dé: tiens tient tenons tenez tiendr tienne teniez
-,ap,com,re,entre,sur: prends prend prenons prenez prendr prenne preniez
-,re,per,pro,ad,trans,sou,com: mets met mettons mettez mettr mette mettiez
-,re: pars part partons partez partir parte partiez
-,res: sors sort sortons sortez sortir sorte sortiez
-,res,con: sens sent sentons sentez sentir sente sentiez
-: dors dort dormons dormez dormir dorme dormiez
-: sers sert servons servez servir serve serviez
-,dé: couvre couvre couvrons couvrez couvrir couvre couvriez
-,r: ouvre ouvre ouvrons ouvrez ouvrir ouvre ouvriez
: offre offre offrons offrez offrir offre offriez
: souffre souffre souffrons souffrez souffrir souffre souffriez
ac: cueille cueille cueillons cueillez cueiller cueille cueilliez
: crois croit croyons croyez croir croie croyiez
-,é,re: lis lit lisons lisez lir lise lisiez
: écris écrit écrivons écrivez écrir écrive écriviez
dé,ins: cris crit crivons crivez crir crive criviez
-,sur: vis vit vivons vivez vivr vive viviez
-,pour: suis suit suivons suivez suivr suive suiviez
-,re: connais connaît connaissons connaissez connaîtr connaisse connaissiez
-,re: connais connait connaissons connaissez connaitr connaisse connaissiez
re,aper,dé,con: çois çoit cevons cevez cevr çoive ceviez
pro,intro,ré,con,tra,dé: duis duit duisons duisez duir duise duisiez
con,recon: struis struit struisons struisez struir struise struisiez
dé: truis truit truisons truisez truir truise truisiez
: crains craint craignons craignez craindr craigne craigniez
: plains plaint plaignons plaignez plaindr plaigne plaigniez
-,re: joins joint joignons joignez joindr joigne joigniez
: atteins atteint atteignons atteignez atteindr atteigne atteigniez
: éteins éteint éteignons éteignez éteindr éteigne éteigniez
-,par: cours court courons courez courr coure couriez
: meurs meurt mourons mourez mourr meure mouriez
: vaux vaut valons valez vaudr vaille valiez
: résous résout résolvons résolvez résoudr résolve résolviez
: convaincs convainc convainquons convainquez convaincr convainque convainquiez
con,ex,in: clus clut cluons cluez clur clue cluiez
-,com,dé: bats bat battons battez battr batte battiez
-,sou: ris rit rions riez rir rie riiez
-,r: envoie envoie envoyons envoyez enverr envoie envoyiez
"""
_DOUBLED = {"appeler", "rappeler", "jeter", "projeter", "rejeter", "renouveler", "ficeler"}
_GRAVE = re.compile(r"(.*)(e(?=[cdlmnpstv]$)|é(?=(?:[cdgjlmnprstv]|gr|gl|tr|br|cl|ch|gn|gu|qu)$))(.*)")

_Row = tuple[Person, str, Mood, str]


def vous_forms(person: Person, form: str) -> Mapping[Mood, str]:
    """What ``vous`` says where ``person`` says ``form``, by mood; empty when it is unknown."""
    return _table().get((person, form), {})


def is_verb_form(form: str) -> bool:
    """Whether it can be what ``je`` or ``on`` says: also what the third person says."""
    return ("je", form) in _table() or ("on", form) in _table()


def is_nous_form(form: str) -> bool:
    """Whether ``nous`` says it."""
    return ("nous", form) in _table()


@cache
def _table() -> dict[tuple[Person, str], dict[Mood, str]]:
    table: dict[tuple[Person, str], dict[Mood, str]] = {}
    doubtful: set[tuple[Person, str]] = set()
    for person, form, mood, vous in _rows():
        known = table.setdefault((person, form), {})
        if known.setdefault(mood, vous) != vous:
            doubtful.add((person, form))
    # "je suis" is said of being; whoever says it of following is understood by what comes next.
    table["je", "suis"] = {"indicative": "êtes"}
    for each in doubtful - {("je", "suis")}:
        del table[each]
    return table


def _rows() -> Iterator[_Row]:
    for infinitive in _FIRST_GROUP.split():
        yield from _first_group(infinitive)
    for infinitive in _SECOND_GROUP.split():
        stem = infinitive[:-1]
        forms = f"{stem}s {stem}t {stem}ssons {stem}ssez {infinitive} {stem}sse {stem}ssiez"
        yield from _irregular(forms.split())
    for stem in _RE_GROUP.split():
        yield from _irregular(f"{stem}s {stem} {stem}ons {stem}ez {stem}r {stem}e {stem}iez".split())
    for line in _IRREGULAR.strip().splitlines():
        prefixes, forms = line.split(":")
        for prefix in prefixes.replace("-", "").split(","):
            yield from _irregular([f"{prefix}{form}" for form in forms.split()])


def _irregular(forms: list[str]) -> Iterator[_Row]:
    je, on, nous, vous, future, subjunctive, subjunctive_vous = forms
    yield from _indicative(je, on, nous, vous)
    imperfect = "ét" if vous == "êtes" else nous[:-3]
    yield from _imperfect(imperfect, imperfect)
    yield from _future(future, future)
    first, _comma, third = subjunctive.partition(",")
    yield "je", first, "subjunctive", subjunctive_vous
    yield "on", third or first, "subjunctive", subjunctive_vous
    yield "nous", f"{subjunctive_vous[:-2]}ons", "subjunctive", subjunctive_vous


def _first_group(infinitive: str) -> Iterator[_Row]:
    stem = infinitive[:-2]
    soft = f"{stem}e" if stem.endswith("g") else f"{stem[:-1]}ç" if stem.endswith("c") else stem
    for present, future in _present_and_future(infinitive):
        yield from _indicative(present, present, f"{soft}ons", f"{stem}ez")
        yield "je", present, "subjunctive", f"{stem}iez"
        yield "on", present, "subjunctive", f"{stem}iez"
        yield from _future(future, future)
    yield "nous", f"{stem}ions", "subjunctive", f"{stem}iez"
    yield from _imperfect(soft, stem)


def _present_and_future(infinitive: str) -> list[tuple[str, str]]:
    """What ``je`` says now, and the stem of what it will say; two of each where both spellings are used."""
    stem = infinitive[:-2]
    if infinitive in _DOUBLED:
        doubled = f"{stem}{stem[-1]}e"
        return [(doubled, f"{doubled}r")]
    if infinitive.endswith(("oyer", "uyer", "ayer")):
        light = (f"{stem[:-1]}ie", f"{stem[:-1]}ier")
        return [light, (f"{stem}e", infinitive)] if infinitive.endswith("ayer") else [light]
    if found := _GRAVE.fullmatch(stem):
        present = f"{found[1]}è{found[3]}e"
        return [(present, infinitive if found[2] == "é" else f"{present}r")]
    return [(f"{stem}e", infinitive)]


def _indicative(je: str, on: str, nous: str, vous: str) -> Iterator[_Row]:
    yield "je", je, "indicative", vous
    yield "on", on, "indicative", vous
    yield "nous", nous, "indicative", vous


def _imperfect(before_a: str, before_i: str) -> Iterator[_Row]:
    yield "je", f"{before_a}ais", "indicative", f"{before_i}iez"
    yield "on", f"{before_a}ait", "indicative", f"{before_i}iez"
    yield "nous", f"{before_i}ions", "indicative", f"{before_i}iez"


def _future(stem: str, vous_stem: str) -> Iterator[_Row]:
    yield "je", f"{stem}ai", "indicative", f"{vous_stem}ez"
    yield "on", f"{stem}a", "indicative", f"{vous_stem}ez"
    yield "nous", f"{stem}ons", "indicative", f"{vous_stem}ez"
    yield "je", f"{stem}ais", "indicative", f"{vous_stem}iez"
    yield "on", f"{stem}ait", "indicative", f"{vous_stem}iez"
    yield "nous", f"{stem}ions", "indicative", f"{vous_stem}iez"
