"""`python -m demarche` is `demarche`."""

from demarche.cli import main

main()
