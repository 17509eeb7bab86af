/** What browsers can do with files beyond TypeScript's DOM library. */
export {};

declare global {
  /** A file of the origin-private file system, open for this worker alone. */
  interface SyncAccessHandle {
    read(into: Uint8Array, options: { at: number }): number;
    write(bytes: Uint8Array, options: { at: number }): number;
    truncate(size: number): void;
    getSize(): number;
    flush(): void;
    close(): void;
  }

  interface FileSystemFileHandle {
    /** In dedicated workers, for files of the origin-private file system. */
    createSyncAccessHandle(): Promise<SyncAccessHandle>;
    /** Within one file system; replaces what has the name. */
    move(folder: FileSystemDirectoryHandle, name: string): Promise<void>;
  }

  /** Chromium alone. */
  interface FileSystemDirectoryHandle {
    queryPermission(descriptor: { mode: "readwrite" }): Promise<PermissionState>;
    requestPermission(descriptor: { mode: "readwrite" }): Promise<PermissionState>;
  }

  /** Chromium alone: elsewhere a file can be read as long as there is a handle of it. */
  interface FileSystemFileHandle {
    queryPermission?(descriptor: { mode: "read" }): Promise<PermissionState>;
    requestPermission?(descriptor: { mode: "read" }): Promise<PermissionState>;
  }

  /** Chromium alone; call it while the drop event is handled. Null: no file or folder. */
  interface DataTransferItem {
    getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
  }

  /** Chromium alone, and in secure contexts alone. */
  var showDirectoryPicker:
    | ((options: { mode: "readwrite"; id: string }) => Promise<FileSystemDirectoryHandle>)
    | undefined;

  /** Likewise. */
  var showOpenFilePicker:
    ((options: { multiple: boolean; id: string }) => Promise<FileSystemFileHandle[]>) | undefined;
}
