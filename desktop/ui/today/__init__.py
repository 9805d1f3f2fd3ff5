"""The Today page: what to do now, and why."""
