"""The Follow-ups page: every next step by date, and the prospects that lack one."""
