"""What each figure shows, as plain values: marks with a label, a sentence to be read out, and the evidence behind."""
