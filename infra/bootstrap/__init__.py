"""What must stand before an environment can: where its state lies, what encrypts it, and who may apply."""
