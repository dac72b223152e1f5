"""Who is asking: tokens, the keys that prove them, and the local issuer of test users."""
