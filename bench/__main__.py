"""Lets `python -m bench` run the benchmarks."""

import sys

from bench.command import main

sys.exit(main())
