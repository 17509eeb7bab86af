/** Where downloads go on this machine: a folder that a person has chosen, or the browser's own. */

export type LocalFolderState =
  /** What was chosen earlier is being looked up. */
  | { readonly kind: "loading" }
  /** The browser can write into a folder, and none was chosen yet. */
  | { readonly kind: "none" }
  | {
      readonly kind: "chosen";
      readonly name: string;
      /** `prompt`: the browser asks once more, at the next click that needs the folder. */
      readonly permission: "granted" | "prompt" | "denied";
    }
  /** The browser has no directory picker: files go where it puts its own downloads. */
  | { readonly kind: "browser" };

export interface LocalFolder {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => LocalFolderState;
  /** Shows the directory picker; needs a click. @returns whether a folder was chosen */
  readonly choose: () => Promise<boolean>;
  /** Makes sure that a download may begin: picks a folder or asks for permission where needed; needs a click. */
  readonly ensure: () => Promise<boolean>;
  readonly forget: () => Promise<void>;
}
