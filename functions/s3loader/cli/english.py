"""The command's own sentences in English; failures bring theirs along."""

SENTENCES = {
    "completed": "Uploaded",
    "planned": "Would upload",
    "skipped": "Skipped, already there",
    "failed": "Failed",
    "all": "All files",
    "summary": "{completed} uploaded, {skipped} skipped, {failed} failed",
    "dry_summary": "{planned} would be uploaded, {skipped} skipped, {failed} refused. Nothing was sent.",
    "not_told": "Uploaded, but the topic could not be told of {count} of them.",
    "alone": "- stands for a stream and goes alone.",
    "nothing": "There is no file to upload.",
    "stopping": "Stopping. What was begun is being aborted; press Ctrl-C again to leave it as it is.",
    "stopped": "Stopped.",
    "aborted": "Multipart uploads aborted: {count}. S3 keeps no parts of them.",
    "nothing_left": "No multipart upload was left open: S3 keeps no parts.",
    "left": "S3 may still keep parts of {keys}: they could not be aborted. Abort them on the page of unfinished uploads.",
    "kept": "The parts that arrived are kept. The same command with --resume goes on with them.",
    "not_sent": "{count} files were not uploaded.",
}
