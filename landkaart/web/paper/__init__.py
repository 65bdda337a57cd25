"""The form away from the screen: printed, and as a workbook to fill in elsewhere."""
