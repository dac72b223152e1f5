"""How the components of each group are put together: later groups lean on what earlier ones return."""
