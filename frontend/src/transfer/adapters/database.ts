/** What this browser remembers of transfers (IndexedDB). */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { JournalEntry } from "../downloads/ports";
import type { KeptAtS3, NotedPart, RememberedUpload } from "../ports";

interface RememberedDownload {
  /** Who works at it. */
  readonly page: string;
  readonly download: Omit<JournalEntry, "stored">;
}

export interface UploadRecord {
  /** Who works at it. */
  readonly page: string;
  readonly upload: Omit<RememberedUpload, "kept">;
  /** Its parts are records of their own. */
  readonly plan: KeptAtS3["plan"] | null;
}

interface Schema extends DBSchema {
  downloads: { key: string; value: RememberedDownload };
  /** By download and number: noting one more is a small write. */
  ranges: { key: [string, number]; value: true };
  /** The folder that a person has picked. */
  folder: { key: "picked"; value: FileSystemDirectoryHandle };
  /** Pages by the paths, joined by "/", under which they have made new files that are still empty. */
  placeholders: { key: string; value: string };
  uploads: { key: string; value: UploadRecord };
  /** By upload and part number. */
  parts: { key: [string, number]; value: NotedPart };
}

export type Database = IDBPDatabase<Schema>;

let opened: Promise<Database> | null = null;

/**
 * @throws DOMException where the browser remembers nothing, as in some private windows, and while
 *   a tab with an older version of the app keeps the database as it was
 */
export function database(): Promise<Database> {
  return (opened ??= open());
}

function open(): Promise<Database> {
  return new Promise((resolve, reject) => {
    const opening = openDB<Schema>("s3loader", 2, {
      upgrade,
      blocked() {
        reject(new DOMException("Another version has it open", "VersionError"));
        opening.then(
          () => (opened = opening),
          () => undefined,
        );
      },
      // A newer version of the app, in another tab, waits for it.
      blocking(_current, _wanted, { target }) {
        opened = null;
        (target as IDBDatabase).close();
      },
      terminated() {
        opened = null;
      },
    });
    opening.then(resolve, reject);
  });
}

function upgrade(created: Database, from: number): void {
  if (from < 1) {
    created.createObjectStore("downloads", { keyPath: "download.id" });
    created.createObjectStore("ranges");
    created.createObjectStore("folder");
    created.createObjectStore("placeholders");
  }
  if (from < 2) {
    created.createObjectStore("uploads", { keyPath: "upload.id" });
    created.createObjectStore("parts");
  }
}
