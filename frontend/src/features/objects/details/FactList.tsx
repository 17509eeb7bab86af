/** Names and values in two columns below a heading; what has no value is left out by who writes them. */
import { useId, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { CopyButton } from "@/ui/CopyButton";
import { visibleName } from "@/ui/visibleName";

export interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-1">
      <h3 id={id} className="font-semibold">
        {title}
      </h3>
      {children}
    </section>
  );
}

export function FactList({ title, children }: SectionProps) {
  return (
    <Section title={title}>
      <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-baseline gap-x-3 gap-y-0.5">
        {children}
      </dl>
    </Section>
  );
}

export interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}

export function Fact({ name, children }: FactProps) {
  return (
    <>
      <dt className="py-1.5 text-xs text-ink-soft">{name}</dt>
      <dd className="min-w-0 py-1 select-text">{children}</dd>
    </>
  );
}

export interface CopyableFactProps {
  readonly name: string;
  readonly value: string;
  /** What to know about the value, below it. */
  readonly note?: string;
}

/** A value that other tools want letter by letter. */
export function CopyableFact({ name, value, note }: CopyableFactProps) {
  const t = useTranslations("details");
  const common = useTranslations("common");
  return (
    <Fact name={name}>
      <span className="flex items-start justify-between gap-1">
        <bdi className="min-w-0 py-0.5 font-mono text-xs whitespace-pre-wrap">
          {visibleName(value)}
        </bdi>
        <span className="-my-1.5 flex shrink-0 items-center">
          <CopyButton text={value} label={t("copyOf", { name })} copiedLabel={common("copied")} />
        </span>
      </span>
      {note !== undefined && <span className="block text-xs text-ink-soft">{note}</span>}
    </Fact>
  );
}
