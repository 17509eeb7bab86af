/** Sends bytes to S3: small bodies by fetch, larger ones by XMLHttpRequest, which tells progress. */
import type { S3Answer } from "../core/answer";
import type { S3Port, S3Request } from "../ports";

/** So small that even a slow line sends it well before a request counts as stalled. */
const FETCH_MAX_BYTES = 128 * 1024;

export const browserS3: S3Port = {
  put: (request) => (request.body.size <= FETCH_MAX_BYTES ? byFetch(request) : byXhr(request)),
};

async function byFetch({ request, body, signal }: S3Request): Promise<S3Answer> {
  try {
    const response = await fetch(request.url, {
      method: "PUT",
      headers: request.headers,
      body,
      signal,
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
    const etag = response.headers.get("etag");
    return { kind: "answered", status: response.status, etag, body: await response.text() };
  } catch {
    return { kind: "broken" };
  }
}

function byXhr({ request, body, signal, onProgress }: S3Request): Promise<S3Answer> {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    const end = (answer: S3Answer) => {
      signal.removeEventListener("abort", stop);
      resolve(answer);
    };
    const stop = () => {
      xhr.abort();
      end({ kind: "broken" });
    };
    xhr.open("PUT", request.url);
    for (const [name, value] of Object.entries(request.headers)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = ({ loaded }) => {
      onProgress(loaded);
    };
    xhr.onload = () => {
      end(answerOf(xhr));
    };
    xhr.onerror = () => {
      end({ kind: "broken" });
    };
    signal.addEventListener("abort", stop);
    xhr.send(body);
  });
}

function answerOf(xhr: XMLHttpRequest): S3Answer {
  const etag = xhr.getResponseHeader("etag");
  return { kind: "answered", status: xhr.status, etag, body: xhr.responseText };
}
