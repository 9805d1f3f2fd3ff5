"""The one exception a rep reads is told apart from every bug."""

from desktop.database import DamagedFileError, NewerFileError, StorageError
from desktop.errors import UserError
from desktop.vault import WrongPassphraseError


def test_what_a_rep_reads_is_the_sentence_itself() -> None:
    assert str(UserError("Give at least a name or a company.")) == "Give at least a name or a company."


def test_failures_of_the_machine_are_for_the_rep() -> None:
    for kind in (StorageError, DamagedFileError, NewerFileError, WrongPassphraseError):
        assert issubclass(kind, UserError)
    assert not issubclass(WrongPassphraseError, StorageError)
