"""Writing. Each act takes an `Act` (db/act.py): it asks for its right, and leaves its log line, in one transaction.

Acts take their subject by keyword; a function that takes an Act and its subject by position is a part of one.
"""
