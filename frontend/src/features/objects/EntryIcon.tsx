/** The icon of a row: a folder for prefixes, else by the ending of the name. */
import {
  File,
  FileArchive,
  FileAudio,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileVideo,
  Folder,
  type LucideIcon,
} from "lucide-react";
import { createElement } from "react";
import type { Entry } from "./entry";

const endings: readonly (readonly [LucideIcon, string])[] = [
  [FileImage, "png jpg jpeg gif webp avif heic svg bmp tif tiff psd raw"],
  [FileVideo, "mp4 mov mkv webm avi m4v wmv"],
  [FileAudio, "mp3 wav flac m4a ogg aac"],
  [FileArchive, "zip gz tgz bz2 xz 7z rar tar zst"],
  [FileSpreadsheet, "xlsx xls csv tsv ods parquet"],
  [FileText, "pdf txt md doc docx hwp hwpx ppt pptx rtf log json xml yaml yml html"],
];

const byEnding = new Map(
  endings.flatMap(([icon, list]) => list.split(" ").map((ending) => [ending, icon] as const)),
);

function iconOf(entry: Entry): LucideIcon {
  if (entry.kind === "prefix") return Folder;
  return byEnding.get(entry.name.slice(entry.name.lastIndexOf(".") + 1).toLowerCase()) ?? File;
}

export function EntryIcon({ entry }: { readonly entry: Entry }) {
  return createElement(iconOf(entry), {
    size: 16,
    "aria-hidden": true,
    className: "text-ink-soft shrink-0",
  });
}
