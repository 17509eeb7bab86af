/** The checksum of a whole, made of those of its parts. */
import fc from "fast-check";
import { createCRC64 } from "hash-wasm";
import { describe, expect, it } from "vitest";
import { combined } from "./crc64";

const hasher = await createCRC64("9a6c9329ac4bc9b5");

function crc(bytes: Uint8Array): string {
  const digest = hasher.init().update(bytes).digest("hex");
  return Buffer.from(digest, "hex").toString("base64");
}

function whole(...parts: readonly Uint8Array[]): string {
  return combined(parts.map((part) => ({ crc64nvme: crc(part), length: part.length })));
}

const text = (written: string) => new TextEncoder().encode(written);

describe("the CRC64NVME of several parts", () => {
  it("is the known one of 123456789, wherever it is cut", () => {
    const known = Buffer.from("ae8b14860a799888", "hex").toString("base64");
    for (let cut = 0; cut <= 9; cut += 1) {
      expect(whole(text("123456789".slice(0, cut)), text("123456789".slice(cut)))).toBe(known);
    }
  });

  it("is the one of their bytes in a row, whatever they are", () => {
    const parts = fc.array(fc.uint8Array({ maxLength: 3_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(parts, (drawn) => {
        expect(whole(...drawn)).toBe(crc(Buffer.concat(drawn)));
      }),
    );
  });

  it("depends on their order", () => {
    expect(whole(text("ab"), text("cd"))).not.toBe(whole(text("cd"), text("ab")));
  });

  it("takes far less than a frame of 50 ms for 10,000 parts", () => {
    const crc64nvme = crc(text("part"));
    const parts = Array.from({ length: 10_000 }, () => ({ crc64nvme, length: 8 * 1024 * 1024 }));
    expect(cpuMs(() => combined(parts))).toBeLessThan(150);
  });

  it("takes next to nothing for a batch of 250 objects of one part, each of another size", () => {
    const crc64nvme = crc(text("part"));
    const sizes = Array.from({ length: 250 }, (_, i) => 1_000_000 + i);
    const ms = cpuMs(() => {
      for (const length of sizes) expect(combined([{ crc64nvme, length }])).toBe(crc64nvme);
    });
    expect(ms).toBeLessThan(60);
  });
});

/** Ms of this process's own time. */
function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1_000;
}
