"""What the law says of a country: whether data that goes there leaves the European Economic Area."""

EEA = frozenset(
    {
        *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS"),
        *("IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"),
    }
)
"""Member states of the European Economic Area; all others are third countries (GDPR chapter V). A decision that one
protects data well enough is a ground for a transfer there, and does not make it a member."""
