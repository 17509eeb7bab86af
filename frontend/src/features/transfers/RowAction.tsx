/**
 * What can be done with a transfer as it stands: pause or resume, stop, decide, or try again.
 * Each is a button of its own, so that a key pressed twice does not undo what it did; pause and
 * resume are one, which keeps the focus.
 */
import { CircleHelp, FolderOpen, Pause, Play, RotateCw, X, type LucideIcon } from "lucide-react";
import { useTranslations } from "use-intl";
import type { TransferStatus, TransferView } from "@/transfer/transfers";
import { IconButton } from "@/ui/IconButton";
import type { Commands } from "./commands";
import { canPause, isElsewhere } from "./pausing";

export interface RowActionProps {
  readonly transfer: TransferView;
  readonly commands: Commands;
  readonly onDecide: (id: string) => void;
  /** Opens the picker for the files of these. */
  readonly onPick: (ids: readonly string[]) => void;
}

type Action = "pause" | "resume" | "pick" | "cancel" | "decide" | "retry" | "again";

export function RowAction({ transfer, commands, onDecide, onPick }: RowActionProps) {
  const t = useTranslations();
  const { id, name } = transfer;
  const run: Record<Action, (ids: readonly string[]) => void> = {
    ...commands,
    again: commands.retry,
    pick: onPick,
    decide: () => {
      onDecide(id);
    },
  };
  const names = transfer.direction === "download" ? downloadNames : uploadNames;
  return (
    <div className="flex justify-end sm:w-[calc(2*var(--control-height))]">
      {actionsOf(transfer).map((action) => {
        const Icon = icons[action];
        return (
          <IconButton
            key={action === "resume" ? "pause" : action}
            label={t(names[action], { name })}
            icon={<Icon size={16} aria-hidden />}
            onPress={() => {
              run[action]([id]);
            }}
          />
        );
      })}
    </div>
  );
}

function actionsOf(transfer: TransferView): readonly Action[] {
  if (canPause(transfer)) return ["pause", "cancel"];
  if (isElsewhere(transfer)) return [];
  if (transfer.pausedFor === "file") return ["pick", "cancel"];
  return actions[transfer.status];
}

const actions: Record<TransferStatus, readonly Action[]> = {
  waiting: ["cancel"],
  listing: ["cancel"],
  uploading: ["cancel"],
  downloading: ["cancel"],
  verifying: ["cancel"],
  saving: ["cancel"],
  paused: ["resume", "cancel"],
  conflict: ["decide", "cancel"],
  failed: ["retry", "cancel"],
  cancelled: ["again"],
  skipped: ["again"],
  confirming: [],
  done: [],
};

const icons: Record<Action, LucideIcon> = {
  pause: Pause,
  resume: Play,
  pick: FolderOpen,
  cancel: X,
  decide: CircleHelp,
  retry: RotateCw,
  again: RotateCw,
};

const uploadNames = {
  pause: "transfers.pauseOne",
  resume: "transfers.resumeOne",
  pick: "transfers.pickOne",
  cancel: "transfers.cancelOne",
  decide: "transfers.decideOne",
  retry: "transfers.retryOne",
  again: "transfers.againOne",
} as const satisfies Record<Action, string>;

const downloadNames = {
  ...uploadNames,
  resume: "downloads.resumeOne",
  again: "downloads.againOne",
} as const;
