"""Ratios of running times, each measured in one run: ``python -m tests.benchmarks.NAME``. Never part of the tests."""
