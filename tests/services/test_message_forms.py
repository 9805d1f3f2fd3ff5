"""The keys of a file of messages are those of the model."""

from dataclasses import fields

from desktop.models.message_templates import MessageTemplate
from desktop.services.message_forms import MessageForm, MessageSetForm


def test_a_form_has_every_field_of_its_model_and_no_other():
    assert set(MessageForm.model_fields) == {each.name for each in fields(MessageTemplate)}
    assert set(MessageSetForm.model_fields) == {"key", "name", "language", "version", "messages"}
