"""What stands around the pages: starting up, files to download, errors."""
