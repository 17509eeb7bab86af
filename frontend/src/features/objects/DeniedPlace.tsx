/** A place that may not be listed: what may be, where that is known, and a way to any other path. */
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { FailurePanel } from "@/locales/FailurePanel";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/TextField";
import { visibleName } from "@/ui/visibleName";
import { RequesterPaysOffer } from "./requesterPays/RequesterPaysOffer";

export interface DeniedPlaceProps {
  readonly error: Error;
  readonly onRetry: () => void;
  /** Where policies allow listing. */
  readonly listable: readonly string[];
  /** Opens the only listable prefix in place of this one; null where the person chose this one. */
  readonly onInstead: ((prefix: string) => void) | null;
  readonly hrefOf: (prefix: string) => string;
  readonly onNavigate: (prefix: string) => void;
  readonly requesterPays: boolean;
  readonly onRequesterPays: (agrees: boolean) => void;
}

export function DeniedPlace(props: DeniedPlaceProps) {
  const { listable, onInstead } = props;
  const common = useTranslations("common");
  const [single] = listable.length === 1 ? listable : [];
  const moves = single !== undefined && onInstead !== null;
  const move = useEffectEvent(() => {
    if (moves) onInstead(single);
  });
  useEffect(() => {
    move();
  }, []);
  if (moves) return null;
  return (
    <div className="mx-auto flex min-h-0 w-full max-w-xl flex-1 flex-col gap-4 overflow-y-auto p-4">
      <FailurePanel
        error={props.error}
        actions={<Button onPress={props.onRetry}>{common("retry")}</Button>}
      />
      {listable.length > 0 && <ListablePaths {...props} />}
      <KnownPath onOpen={props.onNavigate} />
      <RequesterPaysOffer
        isAgreed={props.requesterPays}
        onAgree={() => {
          props.onRequesterPays(true);
        }}
        onWithdraw={() => {
          props.onRequesterPays(false);
        }}
      />
    </div>
  );
}

function ListablePaths({ listable, hrefOf, onNavigate }: DeniedPlaceProps) {
  const t = useTranslations("denied");
  return (
    <section>
      <h2 className="text-xs font-medium text-ink-soft">{t("allowedBelow")}</h2>
      <ul>
        {listable.map((prefix) => (
          <li key={prefix}>
            <a
              href={hrefOf(prefix)}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
                event.preventDefault();
                onNavigate(prefix);
              }}
              className="inline-flex min-h-control items-center text-accent-ink underline"
            >
              <bdi>{visibleName(prefix)}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function KnownPath({ onOpen }: { readonly onOpen: (prefix: string) => void }) {
  const t = useTranslations("denied");
  const [path, setPath] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (path !== "") onOpen(path);
      }}
    >
      <TextField
        label={t("knownPath")}
        value={path}
        onChange={setPath}
        isCode
        end={<Button type="submit">{t("openPath")}</Button>}
      />
    </form>
  );
}
