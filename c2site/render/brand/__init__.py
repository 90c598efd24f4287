"""What shows who is speaking: marks, lock-ups, cards and sheets, drawn from the brand's tokens and its one logo."""
