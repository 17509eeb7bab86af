import { content, PART, sha256, THRESHOLD } from "./support/content";
import { expect, row } from "./support/matrix";

const cases = [
  { fault: "A file of zero bytes", size: 0, puts: 1, parts: [] },
  { fault: "A file of exactly the size of one part", size: PART, puts: 1, parts: [] },
  {
    fault: "A file of exactly the largest size of a single PUT",
    size: THRESHOLD,
    puts: 1,
    parts: [],
  },
  { fault: "A file one byte larger", size: THRESHOLD + 1, puts: 0, parts: [1, 2, 3, 4, 5] },
  { fault: "A file of whole parts", size: 6 * PART, puts: 0, parts: [1, 2, 3, 4, 5, 6] },
  {
    fault: "A file whose last part has one byte",
    size: 6 * PART + 1,
    puts: 0,
    parts: [1, 2, 3, 4, 5, 6, 7],
  },
];

for (const { fault, size, puts, parts } of cases) {
  const file = content("size.bin", size);
  row(
    fault,
    {
      sees: "the upload is done and verified",
      asserts: `the object is the file; ${puts === 1 ? "one PUT" : `${parts.length} parts`}`,
    },
    async ({ s3, person, place }) => {
      await person.uploads(file);
      await person.sees(1, "done");
      await person.seesIn(file.name, "검증됨 MD5");
      expect(await place.sha256(file.name)).toBe(sha256(file));
      expect(await s3.seen({ operation: "PutObject" })).toHaveLength(puts);
      // The API asks by a part of no upload whether a file may be put; S3 answers that one 404.
      const asked = await s3.seen({ operation: "UploadPart" });
      const sent = asked.filter(({ status }) => status === 200);
      expect(sent.map(({ part }) => part).sort()).toEqual(parts);
      expect(sent.reduce((sum, { received }) => sum + received, 0)).toBe(puts === 1 ? 0 : size);
    },
  );
}
