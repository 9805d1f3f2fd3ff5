"""When something was said in a call, as a clock counts it."""


def clock_time(seconds: int) -> str:
    """``04:11``; ``1:04:11`` after an hour."""
    hours, rest = divmod(max(0, seconds), 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes:02}:{left:02}"
