"""What every domain of the service stands on: time, database, refusals, language, guarded input."""
