"""Every word that an explanation, a gate or a report says by itself, in nb, nn and en. A module a topic."""
