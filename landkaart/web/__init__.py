"""What stands around the pages: signing in, files to download, and what every request goes through."""
