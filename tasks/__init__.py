"""The Prefect tasks: one call into the domain each, over a batch or a load."""
