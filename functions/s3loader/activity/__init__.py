"""What users did, as CloudEvents."""
