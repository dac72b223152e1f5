"""Who may: membership first, then the role's permissions, then whose things."""
