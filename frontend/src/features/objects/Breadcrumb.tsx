/** Where the list stands: the bucket and each step of the path, as links; the middle gives way. */
import { ChevronRight, Ellipsis } from "lucide-react";
import { Fragment, type MouseEvent } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/ui/IconButton";
import { Menu, MenuItem, MenuTrigger } from "@/ui/Menu";
import { useMediaQuery } from "@/ui/useMediaQuery";
import { visibleName } from "@/ui/visibleName";
import { oneLine } from "./gridLooks";
import { pathSteps, type PathStep } from "./path";

export interface BreadcrumbProps {
  readonly bucket: string;
  readonly prefix: string;
  readonly hrefOf: (prefix: string) => string;
  readonly onNavigate: (prefix: string) => void;
}

export function Breadcrumb({ bucket, prefix, hrefOf, onNavigate }: BreadcrumbProps) {
  const t = useTranslations("objects");
  const shownSteps = useMediaQuery(oneLine) ? 4 : 1;
  const steps = pathSteps(prefix);
  const hidden = steps.slice(0, -shownSteps);
  const shown = [{ name: bucket, prefix: "" }, ...steps.slice(-shownSteps)];
  return (
    <nav aria-label={t("path")} className="w-full min-w-0 sm:w-auto sm:flex-1">
      <ol className="flex min-w-0 items-center gap-1">
        {shown.map((step, index) => (
          <Fragment key={step.prefix}>
            {index > 0 && <Separator />}
            {index === 1 && hidden.length > 0 && (
              <HiddenSteps steps={hidden} onNavigate={onNavigate} />
            )}
            <Step
              step={step}
              isCurrent={step.prefix === prefix}
              href={hrefOf(step.prefix)}
              onNavigate={onNavigate}
            />
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}

function Separator() {
  return (
    <li aria-hidden className="shrink-0 text-ink-off">
      <ChevronRight size={16} />
    </li>
  );
}

interface StepProps {
  readonly step: PathStep;
  readonly isCurrent: boolean;
  readonly href: string;
  readonly onNavigate: (prefix: string) => void;
}

function Step({ step, isCurrent, href, onNavigate }: StepProps) {
  const walk = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onNavigate(step.prefix);
  };
  // S3 allows steps without a name ("a//"); they show as the slash that makes them.
  const name = step.name === "" ? "/" : visibleName(step.name);
  return (
    <li className="flex min-w-8 shrink-3 items-center last:shrink">
      <a
        href={href}
        onClick={walk}
        title={name}
        aria-current={isCurrent ? "page" : undefined}
        className={`min-h-8 truncate rounded-sm px-1 leading-8 hover:bg-hover ${isCurrent ? "font-semibold text-ink" : "text-ink-soft"}`}
      >
        <bdi>{name}</bdi>
      </a>
    </li>
  );
}

interface HiddenStepsProps {
  readonly steps: readonly PathStep[];
  readonly onNavigate: (prefix: string) => void;
}

function HiddenSteps({ steps, onNavigate }: HiddenStepsProps) {
  const t = useTranslations("objects");
  return (
    <>
      <li>
        <MenuTrigger>
          <IconButton
            aria-haspopup="menu"
            label={t("hiddenSteps")}
            icon={<Ellipsis size={16} aria-hidden />}
          />
          <Menu label={t("hiddenSteps")}>
            {steps.map(({ name, prefix }) => (
              <MenuItem
                key={prefix}
                label={name === "" ? "/" : visibleName(name)}
                onAction={() => {
                  onNavigate(prefix);
                }}
              />
            ))}
          </Menu>
        </MenuTrigger>
      </li>
      <Separator />
    </>
  );
}
