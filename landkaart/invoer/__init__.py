"""From files to checked plain records. No database and no screen in here."""
