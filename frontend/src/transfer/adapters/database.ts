/** What this browser remembers of downloads (IndexedDB). */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { JournalEntry } from "../downloads/ports";

interface RememberedDownload {
  /** Who works at it. */
  readonly page: string;
  readonly download: Omit<JournalEntry, "stored">;
}

interface Schema extends DBSchema {
  downloads: { key: string; value: RememberedDownload };
  /** By download and number: noting one more is a small write. */
  ranges: { key: [string, number]; value: true };
  /** The folder that a person has picked. */
  folder: { key: "picked"; value: FileSystemDirectoryHandle };
  /** Pages by the paths, joined by "/", under which they have made new files that are still empty. */
  placeholders: { key: string; value: string };
}

export type Database = IDBPDatabase<Schema>;

let opened: Promise<Database> | null = null;

/** @throws DOMException where the browser remembers nothing, as in some private windows */
export function database(): Promise<Database> {
  return (opened ??= openDB<Schema>("s3loader", 1, {
    upgrade(created) {
      created.createObjectStore("downloads", { keyPath: "download.id" });
      created.createObjectStore("ranges");
      created.createObjectStore("folder");
      created.createObjectStore("placeholders");
    },
    terminated() {
      opened = null;
    },
  }));
}
