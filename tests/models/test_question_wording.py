"""A corpus of good and bad questions, as reps really say them: the right word on each bad one, silence on the good."""

import pytest

from desktop.models.question_wording import has_two_ideas, is_closed, is_leading, word_count

CLOSED_FR = [
    "Est-ce que vous avez un budget ?",
    "Avez-vous un budget ?",
    "Y a-t-il d’autres décideurs ?",
    "Vous avez un budget ?",
    "C’est urgent pour vous ?",
    "Et vous êtes le décideur ?",
    "Aujourd’hui, utilisez-vous un CRM ?",
    "Savez-vous combien cela vous coûte ?",
    "Seriez-vous prêt à changer d’outil ?",
    "Le projet est-il validé ?",
    "Votre équipe est-elle prête à changer ?",
    "Alors, est-ce un sujet prioritaire ?",
    "Peut-on avancer ensemble ?",
    "Dites-moi : avez-vous déjà un fournisseur ?",
    "Quand vous avez signé, aviez-vous un budget ?",
    "Si je comprends bien, vous cherchez un outil qui marche ?",
    "Pouvez-vous décider seul ?",
    "Un budget est prévu ?",
    "Cela vous arrive-t-il souvent ?",
    "Ont-ils déjà essayé autre chose ?",
]
CLOSED_EN = [
    "Do you have a budget?",
    "Does your team like it?",
    "Is it urgent?",
    "Are you the decision maker?",
    "Have you tried anything else?",
    "Can you decide on your own?",
    "Will you need approval?",
    "So, do you have a budget?",
    "Today, are you using a CRM?",
    "Would you be ready to change?",
    "You have a budget?",
    "If nothing changes, will you lose customers?",
    "Did you set a date?",
    "Is there anyone else who decides?",
    "Do you know how much it costs?",
    "And is that a priority?",
    "Should we talk to your partner?",
    "Was the last project a success?",
]
TWO_FR = [
    "Quel est votre budget et qui décide ?",
    "Quel est votre objectif ? Et pour quand ?",
    "Comment faites-vous aujourd’hui et depuis quand ?",
    "Combien de personnes sont concernées et comment réagissent-elles ?",
    "Quel est votre budget et avez-vous un délai ?",
    "Qui valide, et sur quels critères ?",
    "Quels outils utilisez-vous et qu’est-ce qui vous manque ?",
    "Que voulez-vous garder et que voulez-vous changer ?",
    "Pourquoi maintenant, et pourquoi nous ?",
]
TWO_EN = [
    "What is your budget and who decides?",
    "What is your goal? And by when?",
    "How do you do it today and how long have you done so?",
    "How many people are involved and also how do they feel about it?",
    "Who decides, and on what criteria?",
    "What is your budget and do you have a deadline?",
    "Why now, and why us?",
    "Which tools do you use and what is missing?",
]
LEADING_FR = [
    "Ne pensez-vous pas que c’est urgent ?",
    "C’est important pour vous, n’est-ce pas ?",
    "Vous perdez du temps, non ?",
    "J’imagine que vous voulez gagner du temps ?",
    "N’avez-vous pas peur de perdre des clients ?",
    "Vous êtes d’accord avec le fait que cela coûte cher ?",
    "Vous voulez évidemment vendre plus ?",
    "Vous ne pensez pas qu’il faudrait changer ?",
]
LEADING_EN = [
    "Don’t you think it is urgent?",
    "It is important to you, isn’t it?",
    "You are losing time, right?",
    "I imagine you want to save time?",
    "Wouldn’t you like to sell more?",
    "You agree that it is expensive?",
    "Surely you want to sell more?",
    "You must be tired of it?",
]
GOOD_FR = [
    "Qu’est-ce qui vous a donné envie qu’on se parle aujourd’hui ?",
    "Quel est votre objectif principal sur ce sujet ?",
    "Concrètement, qu’est-ce que cela vous coûte ?",
    "Pour quand avez-vous besoin que ce soit réglé ?",
    "Dans l’équipe, qui vit ce problème au quotidien ?",
    "Comment se prend ce type de décision chez vous ?",
    "Selon vous, quelle serait la prochaine étape utile ?",
    "Pouvez-vous m’expliquer comment vous traitez une commande ?",
    "Pourriez-vous me raconter la dernière fois ?",
    "Racontez-moi la dernière fois que c’est arrivé.",
    "Parlez-moi de votre équipe.",
    "À quoi verrez-vous que c’est réussi ?",
    "Avec qui en parlerez-vous avant de décider ?",
    "Si rien ne change d’ici l’été, que se passe-t-il ?",
    "Quand vous comparez deux offres, qu’est-ce qui fait la différence ?",
    "D’où vient cette date ?",
    "Où en êtes-vous de votre réflexion ?",
    "Et si on ne fait rien, ça coûte quoi ?",
    "Vous en êtes où ?",
    "Combien d’heures et de clients cela représente-t-il ?",
    "Qu’attendez-vous pour que ça marche et que l’équipe suive ?",
    "Quel est l’outil que vous utilisez et qui vous freine ?",
    "Depuis combien de temps cela dure-t-il ?",
    "Sur une échelle de 0 à 10, où placez-vous l’urgence ?",
    "Qui d’autre donnera son avis ?",
    "Qu’avez-vous déjà essayé ?",
    "Quels sont vos critères, par ordre d’importance ?",
    "Qui, chez vous, suit ce dossier ?",
    "Comment voyez-vous la suite ?",
    "Que devrait changer une solution dans vos journées ?",
    "Au fond, pourquoi maintenant ?",
    "Qu’est-ce qui vous ferait dire non ?",
    "Lequel de ces points pèse le plus ?",
    "En quoi est-ce un problème pour vous ?",
    "Jusqu’où peut aller votre budget ?",
    "De combien de temps disposez-vous ?",
    "Par quoi aimeriez-vous commencer ?",
    "Vous décidez comment, d’habitude ?",
    "Qu’est-ce qui se passe si rien ne change d’ici l’été ?",
]
GOOD_EN = [
    "What made you want to talk today?",
    "What is your main goal here?",
    "In practice, what does it cost you?",
    "When do you need this sorted out by?",
    "Who in the team lives with this problem every day?",
    "How is this kind of decision made in your company?",
    "Could you walk me through the last time?",
    "Can you tell me how an order is handled?",
    "Tell me about your team.",
    "How will you know it has worked?",
    "If nothing changes by summer, what happens?",
    "When you compare two offers, what makes the difference?",
    "By when do you need it?",
    "In your team, who feels it most?",
    "And you need this by when?",
    "Which tools do you use every day?",
    "For how long has it been like that?",
    "On a scale of 0 to 10, how urgent is it?",
    "What have you already tried?",
    "Who else will have a say?",
    "How do you and your partner decide?",
    "What would you keep and improve?",
    "Where does that date come from?",
    "Why now?",
    "To what extent does it slow you down?",
    "What is the one tool that you use and that works?",
    "What would make you say no?",
    "So how do you go about it today?",
    "How much time does it take, roughly?",
    "What constraints would a solution have to respect?",
]


@pytest.mark.parametrize(("language", "text"), [("fr", t) for t in CLOSED_FR] + [("en", t) for t in CLOSED_EN])
def test_a_closed_question_is_heard(language: str, text: str) -> None:
    assert is_closed(text, language)


@pytest.mark.parametrize(("language", "text"), [("fr", t) for t in TWO_FR] + [("en", t) for t in TWO_EN])
def test_two_ideas_are_heard(language: str, text: str) -> None:
    assert has_two_ideas(text, language)


@pytest.mark.parametrize(("language", "text"), [("fr", t) for t in LEADING_FR] + [("en", t) for t in LEADING_EN])
def test_a_leading_question_is_heard(language: str, text: str) -> None:
    assert is_leading(text, language)


@pytest.mark.parametrize(("language", "text"), [("fr", t) for t in GOOD_FR] + [("en", t) for t in GOOD_EN])
def test_a_good_question_is_left_alone(language: str, text: str) -> None:
    assert (is_closed(text, language), has_two_ideas(text, language), is_leading(text, language)) == (False,) * 3


@pytest.mark.parametrize(
    ("text", "count"),
    [("Qu’est-ce qui coince ?", 3), ("Et alors : pourquoi ?", 3), ("", 0), ("What’s the one-page plan?", 4)],
)
def test_words_are_counted_as_they_are_said(text: str, count: int) -> None:
    assert word_count(text) == count
