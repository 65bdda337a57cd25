"""How fast it is: `python -m tests.bench`. Ratios to a reference beside us, never bare seconds; not collected by pytest."""
