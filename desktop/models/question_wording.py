"""Whether a question is closed, double or leading, from its words alone: what a trainer hears at once.

Rules of thumb on French and English, tuned for precision: a good question told off costs more than a bad one missed.
"""

import re

_APOSTROPHES = str.maketrans({"’": "'", "\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " "})
_SENTENCE = re.compile(r"[^.?!…]+[.?!…]*")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")

_PERSON = r"(?:je|tu|il|elle|on|nous|vous|ils|elles|ce)"
_INVERSION = re.compile(rf"\b(?!peut-être)[a-zà-ÿ']+-(?:t-)?{_PERSON}\b(?!-)")
_IS_IT_THAT = re.compile(r"\best-ce (?:que|qu')")
_FRENCH_OPEN = re.compile(
    r"(?<!n'importe )\b(?:quels?|quelles?|(?:au|du|aux|des)?(?:le|la|les)?quels?|lesquel(?:le)?s|laquelle|lequel"
    r"|comment|combien|pourquoi|quoi)\b"
    r"|\bqu'est-ce (?:qui|que|qu')|\bqui est-ce (?:qui|que|qu')"
    r"|(?:\bquand|(?<![a-zà-ÿ] )\boù|\b(?:d'|par )où)\b"
)
_FRENCH_OPEN_AT_START = re.compile(
    r"(?:(?:à|de|avec|pour|par|chez|sur|en|vers|d'après|selon|entre) )?(?:qui\b|que\b|qu'|où\b)"
)
_FRENCH_OPEN_AT_END = re.compile(r"\b(?:qui|où|quand|quoi)\s*\?$")
_FRENCH_LEAD = re.compile(
    r"^(?:(?:et|alors|mais|donc|bon|bien|du coup|au fond|concrètement|justement|enfin|ok)\b[ ,:]*)+"
)
_FRENCH_SUBORDINATE = re.compile(
    rf"^(?:quand|lorsqu[e']|si|s'|comme|puisqu[e'])(?! ?[a-zà-ÿ']+-(?:t-)?{_PERSON}\b)(?! est-ce)"
)
_FRENCH_POLITE = re.compile(
    r"\b(?:pouvez|pourriez|voulez|voudriez|accepteriez|peux|pourrais)-(?:vous|tu)\b.{0,25}?"
    r"\b(?:dire|expliquer|décrire|raconter|parler|préciser|détailler|montrer|donner|résumer|présenter|éclairer|partager)\b"
)
_FRENCH_JOIN = re.compile(
    rf"\b(?:et|ou|puis|mais)(?: (?:aussi|surtout|ensuite|enfin|puis|sinon|alors))?,? "
    rf"(?:(?:à|de|avec|pour|par|sur|depuis|en|d'ici|dans|vers) )?"
    rf"(?:quels?\b|quelles?\b|lequel|laquelle|comment\b|combien\b|pourquoi\b|quand\b|où\b|qu'est-ce|est-ce qu"
    rf"|qui\b|que (?=[a-zà-ÿ]+-{_PERSON}\b)|qu'(?=[a-zà-ÿ]+-{_PERSON}\b)|[a-zà-ÿ']+-(?:t-)?{_PERSON}\b)"
)
_FRENCH_RELATIVE = re.compile(r"(?<!est-ce) (?:qui|que|qu'|dont)\b|est-ce qui\b")
_FRENCH_LEADING = re.compile(
    rf"\bn'est-ce pas\b|, (?:non|hein|pas vrai|d'accord)\s*\?|\bne?'?\s?[a-zà-ÿ']+-(?:t-)?{_PERSON} pas\b"
    r"|\bvous ne (?:croyez|pensez|trouvez|voudriez|préfér\w+) pas\b|\bvous n'(?:aimeriez|êtes|avez) pas\b"
    r"|\bd'accord (?:avec|pour dire)\b|\bavouez\b|\bj'imagine\b|\bje (?:suppose|parie|me doute)\b"
    r"|\b(?:évidemment|bien sûr|forcément|sûrement|sans doute|bien entendu)\b|\bvous devez (?:bien|en avoir)\b"
    r"|\bcomme (?:tout le monde|la plupart)\b"
)

_AUXILIARY = (
    r"(?:do|does|did|is|are|was|were|am|has|have|had|can|could|will|would|should|shall|may|might|must"
    r"|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|hasn't|haven't|can't|couldn't|won't|wouldn't|shouldn't)"
)
_ENGLISH_WORDS = r"(?:what|what's|how|how's|why|when|where|where's|who|who's|whom|whose|which)"
_ENGLISH_OPEN = re.compile(rf"\b{_ENGLISH_WORDS}\b")
_ENGLISH_CLOSED = re.compile(rf"^{_AUXILIARY}\b(?! (?:what|how|why)\b)")
_ENGLISH_LEAD = re.compile(r"^(?:(?:so|and|but|now|well|then|ok|okay|right|or)\b[ ,:]*)+")
_ENGLISH_SUBORDINATE = re.compile(rf"^(?:if|when|once|since|as|while|after|before|because)\b(?! {_AUXILIARY}\b)")
_ENGLISH_POLITE = re.compile(
    r"^(?:can|could|would|will) you (?:please |just |maybe |possibly |briefly )?(?:be able to |mind )?"
    r"(?:tell|walk|talk|describe|explain|help|share|show|give|say|take|paint|run|describing|telling|walking|explaining|"
    r"sharing|talking|elaborate)\b"
)
_ENGLISH_JOIN = re.compile(
    rf"\b(?:and|or|but)(?: (?:also|then|if so|finally))?,? (?:(?:by|with|for|to|in|on|from|at|since|until) )?"
    rf"(?:{_ENGLISH_WORDS}\b|{_AUXILIARY} (?:you|your|it|they|there|we|this|that|the|he|she|anyone|someone)\b)"
)
_ENGLISH_RELATIVE = re.compile(r"(?:people|person|someone|anyone|those|one|tools?|things?|that) (?:who|which|whose)\b")
_ENGLISH_LEADING = re.compile(
    r", (?:right|correct|yes|no|ok)\s*\?$"
    rf"|, (?:{_AUXILIARY}) (?:you|it|they|we|that|there|he|she)\s*\?$"
    r"|^(?:and |so |but )?(?:don't|doesn't|isn't|aren't|wouldn't|won't|shouldn't|can't|haven't|didn't)\b"
    r"|\b(?:agree (?:that|with)|surely|obviously|of course|clearly|no doubt|you must (?:be|have|feel|want)|admit)\b"
    r"|\bi (?:imagine|assume|suppose|guess|bet)\b|\blike (?:everyone|everybody|most)\b"
)


def word_count(text: str) -> int:
    """How many words are said: an elision and a hyphen join, as they do in the mouth."""
    return len(_WORD.findall(_plain(text)))


def is_closed(text: str, language: str) -> bool:
    """Whether one of the questions of ``text`` can be answered by yes or no."""
    closed = _closed_french if language == "fr" else _closed_english
    return any(closed(sentence) for sentence in _questions(text))


def has_two_ideas(text: str, language: str) -> bool:
    """Whether ``text`` asks two things: the prospect answers the easier one."""
    questions = _questions(text)
    join = _FRENCH_JOIN if language == "fr" else _ENGLISH_JOIN
    return len(questions) > 1 or any(_joins(join, sentence, language) for sentence in questions)


def is_leading(text: str, language: str) -> bool:
    """Whether ``text`` puts the answer in the prospect's mouth."""
    leading = _FRENCH_LEADING if language == "fr" else _ENGLISH_LEADING
    return any(leading.search(sentence) for sentence in _questions(text))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(_APOSTROPHES)).strip().lower()


def _questions(text: str) -> list[str]:
    """The sentences that end with a question mark; an invitation ("Tell me about…") is none."""
    sentences = (each.strip(' «»"“”-–—') for each in _SENTENCE.findall(_plain(text)))
    return [sentence for sentence in sentences if sentence.endswith("?")]


def _closed_french(sentence: str) -> bool:
    sentence = _main_clause(sentence, _FRENCH_LEAD, _FRENCH_SUBORDINATE)
    if _FRENCH_POLITE.search(sentence):
        return False
    # Up to the first mark of each: what comes first decides, since "savez-vous combien…" is answered by yes.
    asked = _first(_FRENCH_OPEN, sentence)
    starts = [0, *(found.end() for found in re.finditer(r"[,:;] ?(?:et )?", sentence))]
    openings = [start for start in starts if _FRENCH_OPEN_AT_START.match(sentence, start)]
    asked = min([asked, *openings])
    if asked == len(sentence) and _FRENCH_OPEN_AT_END.search(sentence):
        asked = 0
    return min(_first(_IS_IT_THAT, sentence), _first(_INVERSION, sentence)) < asked or asked == len(sentence)


def _closed_english(sentence: str) -> bool:
    sentence = _main_clause(sentence, _ENGLISH_LEAD, _ENGLISH_SUBORDINATE)
    # An opening such as "today," or "in your team," comes before the question itself.
    for clause in (sentence, *(part.strip() for part in sentence.split(",")[1:])):
        clause = _ENGLISH_LEAD.sub("", clause)
        if _ENGLISH_POLITE.match(clause):
            return False
        if re.match(rf"(?:[a-z]+ ){{0,2}}{_ENGLISH_WORDS}\b", clause) and not _ENGLISH_CLOSED.match(clause):
            return False
        if _ENGLISH_CLOSED.match(clause):
            return True
    return not _ENGLISH_OPEN.search(sentence)


def _main_clause(sentence: str, lead: re.Pattern[str], subordinate: re.Pattern[str]) -> str:
    sentence = lead.sub("", sentence)
    if subordinate.match(sentence) and "," in sentence:
        sentence = lead.sub("", sentence.split(",", 1)[1].strip())
    return sentence


def _first(pattern: re.Pattern[str], sentence: str) -> int:
    found = pattern.search(sentence)
    return found.start() if found else len(sentence)


def _joins(join: re.Pattern[str], sentence: str, language: str) -> bool:
    relative = _FRENCH_RELATIVE if language == "fr" else _ENGLISH_RELATIVE
    relatives = (" qui", " who", " which", " whose")
    for found in join.finditer(sentence):
        before = sentence[: found.start()]
        # "…the tool that you use and who…" goes on with the same relative clause.
        if found[0].endswith(relatives) and relative.search(before):
            continue
        if _WORD.search(before):
            return True
    return False
