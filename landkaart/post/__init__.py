"""Mail: what a reminder says, and how it leaves."""
