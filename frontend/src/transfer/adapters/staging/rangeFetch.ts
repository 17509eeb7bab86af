/** Fetches a range of an object from S3. */
import type { S3Answer } from "../../core/answer";
import { gather, type Gathered } from "./gather";
import type { RangeOrder } from "./messages";

/** Characters: S3's error documents are far shorter, but what stands before S3 may answer anything. */
const LONGEST_ERROR = 16 * 1024;

/**
 * S3's answer, once all bytes of the range were taken; `broken` when they end early or `to` throws.
 * What S3 announces with another size is another object than was planned: that is status 412, as
 * S3 itself answers to If-Match, which a request for a whole object does not have. Does not reject;
 * aborts what it leaves unread only by `controller`.
 */
export async function fetchRange(
  order: RangeOrder,
  controller: AbortController,
  to: Gathered,
): Promise<S3Answer> {
  try {
    const response = await fetch(order.url, {
      headers: order.headers,
      signal: controller.signal,
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
    return await received(response, order.to - order.from, to);
  } catch {
    return { kind: "broken" };
  } finally {
    controller.abort();
  }
}

async function received(response: Response, length: number, to: Gathered): Promise<S3Answer> {
  const { status, headers, body } = response;
  const answer = { kind: "answered", status, etag: headers.get("etag"), body: "" } as const;
  if (status >= 300) return { ...answer, body: (await response.text()).slice(0, LONGEST_ERROR) };
  const announced = headers.get("content-length");
  if (announced !== null && Number(announced) !== length) return { ...answer, status: 412 };
  if (body === null || (await gather(body, length, to)) !== length) return { kind: "broken" };
  return answer;
}
