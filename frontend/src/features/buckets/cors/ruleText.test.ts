import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { othersRule, ourRule } from "@/testing/cors";
import { putCommand, ruleJson } from "./ruleText";

const bucket = { bucket: "demo", region: "ap-northeast-2" };

/** What a shell makes of the command: its words. */
function words(command: string): string[] {
  const script = command.replace(/^aws/, String.raw`printf '%s\0'`);
  return execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
}

test("a rule reads as the S3 console takes it: in an array, without what is empty", () => {
  expect(JSON.parse(ruleJson(othersRule))).toEqual([
    {
      ID: "website",
      AllowedOrigins: ["https://www.example.com"],
      AllowedMethods: ["GET"],
    },
  ]);
  expect(JSON.parse(ruleJson(ourRule))).toHaveProperty("0.MaxAgeSeconds", 3000);
});

test("the command names bucket and region and carries every rule, in order", () => {
  const [, verb, ...rest] = words(putCommand(bucket, [othersRule, ourRule]));
  expect(verb).toBe("put-bucket-cors");
  expect(rest.slice(0, 5)).toEqual([
    "--bucket",
    "demo",
    "--region",
    "ap-northeast-2",
    "--cors-configuration",
  ]);
  const { CORSRules } = JSON.parse(rest[5] ?? "") as { CORSRules: { ID: string }[] };
  expect(CORSRules.map(({ ID }) => ID)).toEqual(["website", "s3loader-1"]);
});

test("no rule can break out of the command's quotes", () => {
  const id = 'it\'s $HOME `id` "quoted" \\ end';
  const last = words(putCommand(bucket, [{ ...othersRule, id }])).at(-1) ?? "";
  expect(JSON.parse(last)).toHaveProperty("CORSRules.0.ID", id);
});
