"""`python -m c2site`."""

from c2site.cli import main

main()
