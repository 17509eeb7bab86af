/** Begins downloads with an engine that may still have to be loaded. */
import type { Commands } from "./host";
import type { LazyEngine } from "./lazyEngine";
import type { DownloadRequest, TransferView } from "./transfers";
import { waitingView } from "./views";

export interface Downloads extends Commands {
  /** @param ids one for each object and then for each prefix */
  download(request: DownloadRequest, ids: readonly string[]): void;
}

export function download(
  downloads: LazyEngine<Downloads>,
  request: DownloadRequest,
  newId: () => string,
): void {
  const items = itemsOf(request).map((item) => ({ ...item, id: newId() }));
  const views = items.map((item) => viewOf(item, request));
  downloads.begin(views, (engine, isKept) => {
    const { objects, prefixes } = request;
    const kept = items.map(({ id }) => isKept(id));
    const wanted = {
      ...request,
      objects: objects.filter((_, i) => kept[i]),
      prefixes: prefixes.filter((_, i) => kept[objects.length + i]),
    };
    const ids = items.filter((_, i) => kept[i]).map(({ id }) => id);
    engine.download(wanted, ids);
  });
}

type Item = DownloadRequest["objects"][number];

function itemsOf({ objects, prefixes }: DownloadRequest): readonly Item[] {
  return [...objects, ...prefixes.map((key) => ({ key, size: 0 }))];
}

function viewOf(
  { id, key, size }: Item & { readonly id: string },
  { bucket, prefix }: DownloadRequest,
): TransferView {
  const localPath = key.slice(prefix.length);
  return {
    ...waitingView({ id, direction: "download", bucket, prefix, name: lastStep(key), size }),
    key,
    download: { localPath, renamed: false, restarted: false, found: null },
  };
}

/** "c.txt" of "a/b/c.txt", "b/" of "a/b/". */
export function lastStep(key: string): string {
  return key.slice(key.lastIndexOf("/", key.length - 2) + 1);
}
