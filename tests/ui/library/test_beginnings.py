"""What is begun has its words, and says its language when it is not that of the screen."""

import pytest

from desktop import i18n
from desktop.models.library import ItemKind
from desktop.ui.library.beginnings import act_words, button_words


@pytest.mark.parametrize("kind", list(ItemKind))
def test_each_kind_has_its_words(kind):
    assert act_words(kind) == button_words(kind, "en").lower()
    i18n.use("fr")
    assert button_words(kind, "fr").startswith(("Nouvelle ", "Nouveau ")) and button_words(kind, "en").endswith(" (EN)")
