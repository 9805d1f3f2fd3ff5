"""The key of generated files, apart: what measures a floor must not import the program to know it."""

KEY = bytes(range(32))
