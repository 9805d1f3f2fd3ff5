"""A prospect's English words, from "I" and "we" to "you": "we lose a day" → "you lose a day".

English agrees little, so the danger is elsewhere: orders, words to the rep, and "was" without its "I".
"""

from dataclasses import replace

from desktop.models.turned_words import DoubtfulError, Token, cut, join, listed

_TURNED = {
    "i": "you",
    "we": "you",
    "me": "you",
    "us": "you",
    "my": "your",
    "our": "your",
    "mine": "yours",
    "ours": "yours",
    "myself": "yourself",
    "ourselves": "yourselves",
}
_SHORT = {"m": "re", "re": "re", "ve": "ve", "d": "d", "ll": "ll"}
_AGREED = {"am": "are", "was": "were", "wasn’t": "weren’t"}
_FIRST = frozenset(_TURNED)
_REP = listed("you your yours yourself let’s lets shall together please")
_QUOTES = listed('“ ” " « » : ?')
_ADVERBS = listed("also never always just really still already only actually probably certainly not even")
_LINKS = listed("and or but then so nor")
_MEETING = listed("talk talked speak spoke meet met catch review touch reconvene chat discuss")
_INVERTING = listed("am do did have had can could should would will are was were may might")
_ASKING = listed("what why how where who whom whose which whether because unless until if when")
_HALF = listed("if when unless until once while as since though although")
_STARTS = listed("""the a an this that these those it it’s its he she they there there’s here he’s she’s they’re that’s
    everyone everybody nobody no none someone something nothing everything anything each every all both some many most
    few several one two three four five six seven eight nine ten half my our mine ours his her their people
    before after afterwards since until by for from in on at with without within under over between during through about
    above below to of into if when while once because although though as unless whenever wherever what whatever
    today tomorrow yesterday now then later soon sometimes often usually always never already still maybe perhaps
    currently lately recently last next first second third last honestly frankly basically ideally normally luckily
    sadly unfortunately apparently obviously clearly ultimately eventually not only even just almost around roughly
    cash turnover management sales business staff training data delivery support quality cost costs growth
    budget price time money customers clients january february march april may june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday too very our i we us me i’m i’ve i’d i’ll
    we’re we’ve we’d we’ll nobody’s everyone’s everybody’s who where how why which whoever being having getting""")
_VERBS = listed(
    "is was has will can won’t can’t isn’t wasn’t hasn’t doesn’t would could should must does did had might needs"
)
_SENTENCES = _VERBS | listed("you you’re you’ve you’d you’ll it’s that’s there’s are were")
"""One of these before the last word, and the sentence has its own verb."""
_NO_SUBJECT = listed("already not just still never")
_ORDERS = listed(
    "do make take send call tell give look come see imagine think show bring put ask remember consider let try check"
    " keep drop go get say leave write read wait find help trust believe chase stop start talk ring email mail"
)
_BEFORE_AN_ORDER = listed(", ; so then please just")
_FILLERS = listed(
    "yes yeah no well so honestly frankly look right okay ok sure actually basically anyway and but exactly"
)


class EnglishSentence:
    """Turns one sentence. ``text`` and ``whole`` hold the result; building it raises ``DoubtfulError``."""

    def __init__(self, sentence: str) -> None:
        self._read = _without_filler([_small_i(token) for token in cut(sentence, english=True)])
        self._refuse_what_is_not_theirs()
        self._begin()
        self._mine = False
        """The subject of the verb that comes is "I", now "you"."""
        said = [self._turned(at) for at in range(len(self._read))]
        self.text = join([replace(said[0], gap=""), *said[1:]])
        lows = {token.low for token in said[:-1]}
        self.whole = bool(_SENTENCES & lows) and said[0].low not in _NO_SUBJECT

    def _refuse_what_is_not_theirs(self) -> None:
        lows = [token.low for token in self._read]
        firsts = {low.partition("’")[0] for low in lows} & _FIRST
        if not lows or "?" in lows or lows[0] in _ASKING - _HALF - {"what"} or (lows[0] in _HALF and "," not in lows):
            raise DoubtfulError
        if any(low.partition("’")[0] in _REP or low in _REP for low in lows):
            raise DoubtfulError
        if firsts and _QUOTES & set(lows):
            raise DoubtfulError
        if "between us" in " ".join(lows):
            raise DoubtfulError
        for at, low in enumerate(lows):
            before = lows[at - 1] if at else ","
            ordered = low in _ORDERS and before in _BEFORE_AN_ORDER
            # "do I", "should we": a question, with or without its sign.
            asked = low in ("i", "we") and before in _INVERTING
            # "We talk again on Friday": the rep is in it.
            met = low.partition("’")[0] == "we" and _MEETING & set(lows[at + 1 : at + 4])
            if ordered or asked or met:
                raise DoubtfulError

    def _begin(self) -> None:
        first = self._read[0]
        second = self._read[1].low if len(self._read) > 1 else ""
        if first.low in _STARTS or not first.is_word:
            if first.text != "I" and not (first.is_name and first.low.endswith(("day", "ber", "ary"))):
                self._read[0] = replace(first, text=first.text[:1].lower() + first.text[1:])
        elif not first.is_name or first.low in _ORDERS or not self._follows_a_name(second):
            raise DoubtfulError

    @staticmethod
    def _follows_a_name(second: str) -> bool:
        return second in _VERBS or second in ("and", ",") or (second.endswith("s") and not second.endswith("ss"))

    def _turned(self, at: int) -> Token:
        token = self._read[at]
        before = self._read[at - 1].low if at else ""
        head, apostrophe, tail = token.low.partition("’")
        if token.text == "US":
            return token
        if head in ("i", "we"):
            self._mine = head == "i"
            if not apostrophe:
                return replace(token, text="you")
            if tail not in _SHORT:
                raise DoubtfulError
            self._mine = self._mine and tail not in ("m", "re")
            return replace(token, text=f"you’{_SHORT[tail]}")
        if token.low in _TURNED:
            if token.low == "me" and self._is_subject_with_me(at):
                raise DoubtfulError
            self._mine = False
            return replace(token, text=_TURNED[token.low])
        if token.low in _AGREED and self._mine:
            self._mine = False
            return replace(token, text=_AGREED[token.low])
        if token.low == "am" and not before.isdigit():
            raise DoubtfulError
        if token.low in ("was", "wasn’t") and (before in _LINKS or before == ","):
            raise DoubtfulError
        if token.low not in _ADVERBS:
            self._mine = False
        return token

    def _is_subject_with_me(self, at: int) -> bool:
        """ "Sophie and me was…": too loose to agree."""
        return any(token.low in ("was", "am") for token in self._read[at + 1 : at + 3])


def _small_i(token: Token) -> Token:
    return replace(token, text="I" + token.text[1:]) if token.text == "i" or token.text.startswith("i’") else token


def _without_filler(tokens: list[Token]) -> list[Token]:
    """Without what only starts the sentence: "honestly,", "yes,", "and"."""
    while len(tokens) > 2 and tokens[0].low in _FILLERS:
        if tokens[1].text == ",":
            tokens = tokens[2:]
        elif tokens[0].low in ("and", "but", "so"):
            tokens = tokens[1:]
        else:
            break
    return tokens
