"""Mail: what a reminder or a link says, and how it leaves."""
