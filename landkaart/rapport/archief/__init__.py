"""The archive of an edition: all that is needed to read its figures years from now, without this program."""
