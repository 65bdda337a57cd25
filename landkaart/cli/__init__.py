"""The command line, by subject: a function per command."""
