"""Reports that are being made for who asked, in turn."""
