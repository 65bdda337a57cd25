"""What every request goes through: the guard, headers, language, start-up."""
