"""The tertaalrapportage: one document computed from an edition, checked, and written as Word, PDF and HTML."""
