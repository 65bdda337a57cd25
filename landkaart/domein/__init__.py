"""What the landkaart knows: words, rules and counting. No screen and no database in here."""
