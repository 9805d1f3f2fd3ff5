"""Everything that answers some words, in one list, each in its sentence."""
