"""Lets `python -m audit` run the audit."""

import sys

from audit.command import main

sys.exit(main())
