"""The catalogue page: offers, proofs and standing blocks, written, put away, imported and exported."""
