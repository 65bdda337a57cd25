"""Backups of the one file: made while it is in use, checked, kept by a rule, and put back."""
