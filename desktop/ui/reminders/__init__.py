"""Follow-ups that ring: a sheet in the corner, a banner, and a sign beside the clock of the system."""
