import { expect, test } from "vitest";
import { readPermissionsAddress, writePermissionsAddress } from "./permissionsAddress";
import { permissionsPath } from "./routes";

const read = (search: string) => readPermissionsAddress(new URLSearchParams(search));

test("a link to a bucket asks about its root, one to a prefix about that too", () => {
  const root = { bucket: "demo-reports", prefix: "" };
  const search = (path: string) => new URL(path, "http://x").search;
  expect(read(search(permissionsPath())).places).toEqual([]);
  expect(read(search(permissionsPath("demo-reports"))).places).toEqual([root]);
  expect(read(search(permissionsPath("demo-reports", "a b/사진+%2F/"))).places).toEqual([
    root,
    { bucket: "demo-reports", prefix: "a b/사진+%2F/" },
  ]);
});

test("places and view are remembered in the address", () => {
  const address = {
    places: [
      { bucket: "demo-reports", prefix: "//odd/&=?/" },
      { bucket: "demo-photos", prefix: "" },
    ],
    view: "policies",
  } as const;
  expect(read(writePermissionsAddress(address).toString())).toEqual(address);
});

test("a path typed without its last slash gets it, and the same place shows once", () => {
  expect(read("place=demo-reports/2026&place=demo-reports/2026/&place=demo-photos").places).toEqual(
    [
      { bucket: "demo-reports", prefix: "2026/" },
      { bucket: "demo-photos", prefix: "" },
    ],
  );
});
