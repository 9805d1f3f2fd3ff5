"""The matrix: who stands where, and what to do with them."""
