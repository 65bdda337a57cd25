"""What stands on a screen, for who copies or prints it: each table whole, and where the page comes from."""
