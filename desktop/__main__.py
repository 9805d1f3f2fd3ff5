"""``python -m desktop``, and the console command ``boussole``."""

import sys

from desktop.app import main as start


def main() -> int:
    """Run with the arguments of the command line; returns the exit code."""
    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
