/** docs/reliability.md: the matrix of faults, as text. */

export interface Row {
  readonly fault: string;
  readonly sees: string;
  readonly asserts: string;
  /** "line.spec.ts" */
  readonly spec: string;
  /** `open`: not yet so, and known. */
  readonly result: "passed" | "open" | "FAILED";
}

const HEAD = `# Reliability

What can go wrong while files are uploaded, and what happens then. This page is written by the tests themselves
(\`make reliability\`), and \`make test\` fails when it is not what they say.

Each row is a test with the real app in Chromium, its real API and a local S3, between which stands a scripted S3
(\`tests/faults\`): it refuses, resets, stalls, loses answers, flips bits, as rules say, and records all it saw. What is
asserted is read from the page and, past all faults, from S3. In every row a file that is shown as done is compared
with the object by SHA-256. Parts are 256 KiB and files over 1 MiB go by multipart there, so that many parts take no
time; files of exactly 100 MB and one byte more are uploaded in their real size by
[boundaries.spec.ts](../frontend/e2e/boundaries.spec.ts). That no order of events leads to a wrong end is a property
test of the reducer: [step.test.ts](../frontend/src/transfer/core/step.test.ts).
`;

const TABLE_HEAD = `| fault | what the person sees | what is asserted | test | result |
|---|---|---|---|---|
`;

export function reliabilityPage(rows: readonly Row[]): string {
  const passed = rows.filter(({ result }) => result === "passed").length;
  const sum = `\n${passed} of ${rows.length} rows passed.\n\n`;
  return HEAD + sum + TABLE_HEAD + rows.map(line).join("");
}

function line({ fault, sees, asserts, spec, result }: Row): string {
  const test = `[${spec.replace(".spec.ts", "")}](../frontend/e2e/faults/${spec})`;
  return `| ${[fault, sees, asserts, test, result].join(" | ")} |\n`;
}
