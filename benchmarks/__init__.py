"""Measured speed: each module prints a small table; `make bench` runs them all."""
