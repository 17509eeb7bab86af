/** Sends bytes to S3 by XMLHttpRequest: it tells progress, and costs less than fetch. */
import type { S3Answer } from "../core/answer";
import type { S3Port, S3Request } from "../ports";

export const browserS3: S3Port = { put: putByXhr };

export interface XhrRequest extends Omit<S3Request, "body" | "onProgress"> {
  readonly body: Blob | ArrayBuffer;
  /** Null: nobody listens, which spares the browser the events. */
  readonly onProgress: S3Request["onProgress"] | null;
}

/** What a page and a worker send alike. */
export function putByXhr({ request, body, signal, onProgress }: XhrRequest): Promise<S3Answer> {
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
    if (signal.aborted) {
      stop();
      return;
    }
    xhr.open("PUT", request.url);
    for (const [name, value] of Object.entries(request.headers)) xhr.setRequestHeader(name, value);
    if (onProgress !== null) {
      xhr.upload.onprogress = ({ loaded }) => {
        onProgress(loaded);
      };
    }
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
