"""``python -m govdisclosure`` is the command line."""

import sys

from govdisclosure.cli import main

if __name__ == "__main__":
    sys.exit(main())
