"""The Prefect flows, and the command line of a checkout (`python -m flows`)."""
