"""The generator of a large invented partnership, for demonstrations and measurements; it knows nothing real."""
