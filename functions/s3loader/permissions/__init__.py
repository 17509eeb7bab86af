"""What the connected identity may do: its policies, and what follows from them here."""
