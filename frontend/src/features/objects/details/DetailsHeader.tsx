/** The name at the panel's top, and the cross beside it. */
import { X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { useTranslations } from "use-intl";
import { FileName } from "@/ui/FileName";
import { IconButton } from "@/ui/IconButton";

export interface DetailsHeaderProps extends Pick<
  ComponentProps<typeof IconButton>,
  "onPress" | "slot"
> {
  readonly name: string;
  /** Puts the name into a heading. */
  readonly heading: (name: ReactNode) => ReactNode;
}

export function DetailsHeader({ name, heading, ...close }: DetailsHeaderProps) {
  const t = useTranslations("details");
  return (
    <header className="flex items-center justify-between gap-2 border-b border-line py-1 pr-1 pl-4">
      {heading(<FileName name={name} />)}
      <IconButton {...close} label={t("close")} icon={<X size={16} aria-hidden />} />
    </header>
  );
}
