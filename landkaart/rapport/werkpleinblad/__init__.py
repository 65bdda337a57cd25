"""The sheet of one werkplein, two pages to print or to send: what its page says, as a PDF."""
