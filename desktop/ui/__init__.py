"""The screens: everything that knows Qt, and the only layer that does."""
