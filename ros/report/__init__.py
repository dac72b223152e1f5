"""What a person reads of an assessment: one typed model, and the formats that render it."""
