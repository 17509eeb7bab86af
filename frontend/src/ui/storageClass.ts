/** Storage classes as AWS writes them for people. */
const names: Readonly<Record<string, string>> = {
  STANDARD: "Standard",
  STANDARD_IA: "Standard-IA",
  ONEZONE_IA: "One Zone-IA",
  INTELLIGENT_TIERING: "Intelligent-Tiering",
  GLACIER: "Glacier Flexible",
  GLACIER_IR: "Glacier Instant",
  DEEP_ARCHIVE: "Deep Archive",
  EXPRESS_ONEZONE: "Express One Zone",
  REDUCED_REDUNDANCY: "Reduced Redundancy",
};

/** A class that is newer than this list shows as S3 calls it. */
export function storageClassName(storageClass: string): string {
  return names[storageClass] ?? storageClass;
}
