"""The address for machines, `/api/v1`: what a person may see, for his programs, by the NLGov API design rules 2.1."""
