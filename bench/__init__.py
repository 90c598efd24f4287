"""Benchmarks: how fast and how small c2site is beside its peers, on invented data of any size."""
