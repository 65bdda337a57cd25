"""What the form in the browser asks: JSON on our own routes, behind the guard."""
