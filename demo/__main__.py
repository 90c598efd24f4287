"""Lets `python -m demo` run the generator."""

import sys

from demo.command import main

sys.exit(main())
