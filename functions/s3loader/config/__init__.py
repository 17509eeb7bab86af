"""What the browser must know before anyone signs in."""
