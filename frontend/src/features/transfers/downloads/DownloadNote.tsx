/** What became of a download that its line has no room for: another name, a second start. */
import { useTranslations } from "use-intl";
import type { DownloadView, TransferView } from "@/transfer/transfers";
import { visibleName } from "@/ui/visibleName";

export interface DownloadNoteProps {
  readonly transfer: TransferView;
  readonly download: DownloadView;
}

export function DownloadNote({ transfer, download }: DownloadNoteProps) {
  const t = useTranslations("downloads");
  const { localPath, renamed, restarted } = download;
  const notes = [
    renamed &&
      transfer.status === "done" &&
      t("renamed", { from: isolated(keptPath(transfer)), to: isolated(localPath) }),
    restarted && t("restarted"),
  ].filter((note) => note !== false);
  return (
    <ul className="pb-1 pl-6 text-xs text-ink-soft empty:hidden">
      {notes.map((note) => (
        <li key={note} className="wrap-anywhere">
          {note}
        </li>
      ))}
    </ul>
  );
}

/** The part of the key that names the file in the local folder. */
function keptPath({ key, prefix, name }: TransferView): string {
  return key?.startsWith(prefix) === true ? key.slice(prefix.length) : name;
}

/** A name in another direction must not turn its surroundings round (Unicode's isolates). */
function isolated(name: string): string {
  return `\u2068${visibleName(name)}\u2069`;
}
