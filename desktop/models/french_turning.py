"""A prospect's French words, from "je", "on" and "nous" to "vous": « on perd » → « vous perdez ».

Precision first: a form, a turn or a subject that the rules do not know raises ``DoubtfulError``, nothing is guessed.
"""

from dataclasses import replace

from desktop.models import french_lexicon as lexicon
from desktop.models.french_verbs import Mood, Person, is_nous_form, is_verb_form, vous_forms
from desktop.models.turned_words import DoubtfulError, Token, cut, join

_VOWELS = "aeiouyhàâéèêëîïôûùœæ"
_PERSONS: dict[str, Person] = {"je": "je", "j’": "je", "on": "on", "nous": "nous"}
_FULL = {"n’": "ne", "qu’": "que", "d’": "de", "lorsqu’": "lorsque", "puisqu’": "puisque", "quoiqu’": "quoique"}
_ELIDED = {"ne": "n’", "le": "l’", "la": "l’"}
_NOTHING = Token("", "")


class FrenchSentence:
    """Turns one sentence. ``text`` and ``whole`` hold the result; building it raises ``DoubtfulError``."""

    def __init__(self, sentence: str) -> None:
        self._read = lexicon.without_filler(cut(sentence))
        self._at = 0
        self._said: list[Token] = []
        self._finite = False
        """A first person has been turned: a verb that follows may still be theirs, unturned."""
        self._on = False
        """"on" has been turned, and nobody else is the subject since: "son" and "se" may still be theirs."""
        self._verb_end = -1
        self._refuse_what_is_not_theirs()
        self._begin()
        while self._at < len(self._read):
            self._step()
        self.text = join(self._with_elisions())
        self.whole = self._is_whole()

    # What the rules leave alone

    def _refuse_what_is_not_theirs(self) -> None:
        """What is said to the rep, ordered, asked, quoted or left unfinished."""
        lows = [token.low for token in self._read]
        mine = lexicon.FIRST_PERSON.intersection(lows)
        if not lows or "?" in lows or lexicon.REP.intersection(lows):
            raise DoubtfulError
        if mine and lexicon.QUOTES.intersection(lows):
            raise DoubtfulError
        if any(lexicon.is_order(low) or lexicon.is_inverted(low) for low in lows):
            raise DoubtfulError
        if lexicon.is_unfinished(lows) or lexicon.speaks_of_both(lows):
            raise DoubtfulError

    def _begin(self) -> None:
        """A small first letter, except for a name."""
        first, second = self._read[0], self._peek(1)
        if lexicon.is_known(first.low) or not first.is_word:
            self._read[0] = replace(first, text=first.text[:1].lower() + first.text[1:], gap="")
        elif not self._is_named_subject(first, second):
            raise DoubtfulError

    def _is_named_subject(self, first: Token, second: Token) -> bool:
        if not first.is_name or is_verb_form(first.low) or first.low.endswith(("er", "ir", "re", "ant", "oir", "é")):
            return False
        return second.low in lexicon.AFTER_A_NAME or vous_forms("on", second.low) != {}

    def _is_whole(self) -> bool:
        """Whether it can follow "vous me dites que": a sentence with its own verb."""
        lows = {token.low for token in self._said}
        return self._finite or bool(lexicon.VERBS_OF_OTHERS & lows) or self._read[0].is_name

    # From left to right

    def _peek(self, step: int = 0) -> Token:
        at = self._at + step
        return self._read[at] if 0 <= at < len(self._read) else _NOTHING

    def _say(self, text: str = "", gap: str | None = None) -> None:
        """Take the next token as it is, or as ``text``."""
        token = self._read[self._at]
        self._at += 1
        if text and text != token.text:
            token = replace(token, text=text, changed=True)
        self._said.append(token if gap is None else replace(token, gap=gap))

    def _step(self) -> None:
        low = self._peek().low
        if low in _PERSONS and self._is_subject(_PERSONS[low]):
            self._subject(_PERSONS[low])
        elif low in ("moi", "nous"):
            self._stressed(low)
        elif low in ("me", "m’"):
            self._say("vous")
        elif low in lexicon.POSSESSIVES:
            self._say(lexicon.POSSESSIVES[low])
        elif low in lexicon.THEIR_OWN and self._on:
            self._third_person_or_theirs(low)
        else:
            self._anything_else(low)

    def _anything_else(self, low: str) -> None:
        token, before = self._peek(), self._said[-1] if self._said else _NOTHING
        if low in ("suis", "ai") or (low.endswith("ons") and not low.endswith("ions") and is_nous_form(low)):
            raise DoubtfulError
        if self._finite and before.low in lexicon.LINKS and lexicon.a_verb_follows(self._read[self._at :]):
            raise DoubtfulError
        if low in lexicon.OTHER_SUBJECTS or (token.is_name and self._said):
            self._on = False
        self._say()

    def _is_subject(self, person: Person) -> bool:
        """ "je" and "on" always are; "nous" is when a verb of its own follows, and may be an object otherwise."""
        if person != "nous":
            return True
        step = 1
        while self._peek(step).low in lexicon.CLITICS or self._peek(step).low in ("ne", "n’"):
            step += 1
        verb = self._peek(step).low
        if verb.endswith("ons") and not is_nous_form(verb) and verb not in lexicon.NOUNS_IN_ONS:
            raise DoubtfulError
        return is_nous_form(verb)

    def _stressed(self, low: str) -> None:
        """ "moi" and "nous" that are not a subject by themselves."""
        before = self._said[-1].low if self._said else ""
        step = 2 if self._peek(1).text == "," else 1
        follows = self._peek(step).low
        if follows in ("je", "j’", "on", "nous") and before in ("", ",") and self._peek(step) is not _NOTHING:
            # « moi, je décide »: "vous, vous" would insist where they only spoke.
            self._at += step
            if not self._said:
                self._read[self._at] = replace(self._peek(), gap="")
            return
        self._say("vous")
        if self._peek().low == "qui":
            self._say()
            self._verb("je" if low == "moi" else "nous", "indicative")
        elif low == "moi" and is_nous_form(self._peek().low):
            raise DoubtfulError

    def _third_person_or_theirs(self, low: str) -> None:
        """After "on", "se" before an infinitive is theirs: « on doit se décider ». Any other one could be."""
        before = self._said[-1]
        if low in ("se", "s’"):
            if self._peek(1).low in ("il", "ils"):
                return self._say()
            near = len(self._said) - self._verb_end <= 4
            linked = len(self._said) == self._verb_end or before.low in lexicon.BEFORE_AN_INFINITIVE
            if near and linked and self._peek(1).low.endswith(("er", "ir", "re")):
                return self._say("vous")
        raise DoubtfulError

    # The subject and its verb

    def _subject(self, person: Person) -> None:
        mood = self._mood()
        if self._said and self._said[-1].low == "l’":
            gap = self._said.pop().gap
            self._say("vous", gap)
        elif person == "on" and self._is_about_them():
            # « on m’a dit » : somebody else did.
            return self._others()
        else:
            self._say("vous")
        self._verb(person, mood)

    def _is_about_them(self) -> bool:
        step = 2 if self._peek(1).low in ("ne", "n’") else 1
        return self._peek(step).low in ("me", "m’", "nous")

    def _others(self) -> None:
        self._say()
        if self._peek().low in ("ne", "n’"):
            self._say("ne")
        self._say("vous")

    def _verb(self, person: Person, mood: Mood | None) -> None:
        """What stands before the verb, the verb, and what denies it."""
        ne = self._peek().low in ("ne", "n’")
        place = len(self._said)
        if ne:
            self._say()
        reflexive = False
        while self._peek().low in lexicon.CLITICS:
            own = self._peek().low in lexicon.REFLEXIVE[person]
            if not own and self._peek().low in ("se", "s’"):
                raise DoubtfulError
            reflexive = reflexive or own
            self._say("vous" if own or self._peek().low in ("me", "m’", "nous") else "")
        verb = self._peek()
        if person != "je" and lexicon.is_done_together(verb.low, reflexive):
            raise DoubtfulError
        if person == "je" and verb.low == "suis":
            lexicon.refuse_following(self._peek(1).low, self._peek(2).low)
        if lexicon.is_a_date(person, verb.low, self._peek(1).low):
            raise DoubtfulError
        self._say(self._agreed(person, verb.low, mood))
        self._finite = True
        self._on = self._on or person == "on"
        self._verb_end = len(self._said)
        if not ne and self._is_denied():
            self._said.insert(place, Token("ne", " ", True))

    def _agreed(self, person: Person, form: str, mood: Mood | None) -> str:
        forms = vous_forms(person, form)
        if len(set(forms.values())) == 1:
            return next(iter(forms.values()))
        if mood is None or mood not in forms:
            raise DoubtfulError
        return forms[mood]

    def _is_denied(self) -> bool:
        """« j’ai pas le temps » : the rep will say "ne"."""
        first, second = self._peek().low, self._peek(1).low
        if first == "plus":
            raise DoubtfulError  # « on a plus de clients » is the contrary with and without "ne"
        if first in lexicon.ADVERBS_BEFORE_PAS and second == "pas":
            return True
        return first in lexicon.DENIALS and (first, second) != ("pas", "mal")

    def _mood(self) -> Mood | None:
        """The mood that what comes before the subject calls for; ``None`` when it cannot be told."""
        said = self._said[:-1] if self._said and self._said[-1].low == "l’" else self._said
        if not said or said[-1].low not in ("que", "qu’"):
            return "indicative"
        before = said[-2] if len(said) > 1 else _NOTHING
        if before.changed and before.low in lexicon.WISHES_OF_THEIRS:
            raise DoubtfulError  # « je veux qu’on arrête » : "vous voulez que vous arrêtiez" is not said
        return lexicon.mood_after([token.low for token in said[:-1]])

    # Together again

    def _with_elisions(self) -> list[Token]:
        tokens = list(self._said)
        for at in range(len(tokens) - 1):
            token, after = tokens[at], tokens[at + 1]
            if not (after.changed or token.changed):
                continue
            vowel = after.low[:1] in _VOWELS
            if token.is_elided and not vowel and token.low in _FULL:
                tokens[at] = replace(token, text=_FULL[token.low])
            elif vowel and token.low in _ELIDED and after.low not in ("huit", "onze"):
                tokens[at] = replace(token, text=_ELIDED[token.low])
        if tokens:
            tokens[0] = replace(tokens[0], gap="")
        return tokens
