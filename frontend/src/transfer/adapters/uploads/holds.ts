/** Which multipart uploads of S3 this page works at: each has a Web Lock. */

const PREFIX = "s3loader upload ";

interface Hold {
  readonly isMine: Promise<boolean>;
  readonly letGo: () => void;
}

const holds = new Map<string, Hold>();

/** @returns false while another page holds it; where the browser gives no locks none can tell */
export async function hold(uploadId: string): Promise<boolean> {
  const { isMine } = holds.get(uploadId) ?? begin(uploadId);
  if (await isMine) return true;
  holds.delete(uploadId);
  return false;
}

/** Also what is only asked for yet. */
export function release(uploadId: string): void {
  holds.get(uploadId)?.letGo();
  holds.delete(uploadId);
}

function begin(uploadId: string): Hold {
  let letGo: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (letGo = resolve));
  const hold = { isMine: request(uploadId, released).catch(() => true), letGo };
  holds.set(uploadId, hold);
  return hold;
}

function request(uploadId: string, released: Promise<void>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const granted = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock === null ? undefined : released;
    };
    navigator.locks.request(PREFIX + uploadId, { ifAvailable: true }, granted).catch(reject);
  });
}
