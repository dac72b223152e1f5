"""What was sealed of an analysis: read or refused by name, held against the day, and proven on request."""
