"""The library: scripts, grids, objections and reformulations, read, rewritten and published."""
