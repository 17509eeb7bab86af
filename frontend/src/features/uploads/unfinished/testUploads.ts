/** Unfinished uploads for tests, and an API that has them. */
import { HttpResponse } from "msw";
import type { components } from "@/api/schema.gen";
import { on } from "@/testing/handlers";
import { server } from "@/testing/server";
import type { UnfinishedUpload } from "./unfinished";

const DAY = 86_400_000;

/** Of one's own, with two parts of 8 MB, begun `days` ago. */
export function upload(
  name: string,
  more: Partial<UnfinishedUpload> & { readonly days?: number } = {},
): UnfinishedUpload {
  const { days = 0, ...changed } = more;
  return {
    key: `in/${name}`,
    uploadId: `id of ${name}`,
    initiatedAt: new Date(Date.now() - days * DAY - 60_000).toISOString(),
    initiator: "arn:aws:iam::123456789012:user/team/lee",
    isOwn: true,
    storageClass: "STANDARD",
    checksum: null,
    size: 16_000_000,
    partCount: 2,
    partSize: 8_000_000,
    ...changed,
  };
}

export const KIM = {
  isOwn: false,
  initiator: "arn:aws:sts::123456789012:assumed-role/Ops/kim@example.com",
} as const;

type Page = components["schemas"]["UnfinishedUploads"];

/** The API answers with these pages, each for the cursor that is its number. */
export function has(...pages: readonly (readonly UnfinishedUpload[])[]): void {
  server.use(
    on("get", "/api/uploads/unfinished", ({ request }) => {
      const at = Number(new URL(request.url).searchParams.get("cursor") ?? 0);
      return HttpResponse.json<Page>({
        uploads: [...(pages[at] ?? [])],
        nextCursor: at + 1 < pages.length ? String(at + 1) : null,
        lifetime: { kind: "rule", days: 7 },
      });
    }),
  );
}
