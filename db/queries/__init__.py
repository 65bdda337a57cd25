"""Reading. Each function answers one question and returns domain values, never rows of a table."""
