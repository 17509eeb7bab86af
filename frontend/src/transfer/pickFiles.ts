/** Lets a person pick files, with handles where the browser gives them: those outlive a reload. */
import type { NewFile } from "./transfers";

export interface PickedFiles {
  readonly files: readonly NewFile[];
  /** Names of those that the browser could not read. */
  readonly unreadable: readonly string[];
}

/** By this the browser opens the picker where it was left. */
const OPTIONS = { multiple: true, id: "s3loader-upload" } as const;

/** Call it within a click. Nothing is picked where the person cancels. */
export function pickFiles(): Promise<PickedFiles> {
  return pickWithHandles() ?? pickByInput(newInput());
}

/** Null: this browser gives no handles, and `pickByInput` is left. */
export function pickWithHandles(): Promise<PickedFiles> | null {
  const picked = globalThis.showOpenFilePicker?.(OPTIONS);
  return picked?.then(read, nothingPicked) ?? null;
}

/** Resolves once something was picked, or the picker was closed. */
export function pickByInput(input: HTMLInputElement): Promise<PickedFiles> {
  return new Promise((resolve) => {
    const end = () => {
      resolve({ files: [...(input.files ?? [])].map((file) => ({ file })), unreadable: [] });
    };
    input.addEventListener("change", end, { once: true });
    input.addEventListener("cancel", end, { once: true });
    input.click();
  });
}

function newInput(): HTMLInputElement {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  return input;
}

/** AbortError: the person has cancelled, or the browser refuses what was picked and has said so. */
function nothingPicked(): PickedFiles {
  return { files: [], unreadable: [] };
}

async function read(handles: readonly FileSystemFileHandle[]): Promise<PickedFiles> {
  const read = await Promise.all(handles.map(fileOf));
  const files = read.filter((file) => typeof file !== "string");
  return { files, unreadable: read.filter((file) => typeof file === "string") };
}

/** The name alone where it cannot be read. */
async function fileOf(handle: FileSystemFileHandle): Promise<NewFile | string> {
  try {
    return { file: await handle.getFile(), handle };
  } catch {
    return handle.name;
  }
}
