/** Why browsers may or may not reach a bucket from this page, and the way to mend it. */
import { ArrowLeft, RotateCw } from "lucide-react";
import { useTranslations } from "use-intl";
import { Link } from "wouter";
import { FailurePanel } from "@/locales/FailurePanel";
import { Button } from "@/ui/Button";
import { Skeleton } from "@/ui/Skeleton";
import { Findings, type FindingsProps } from "./Findings";
import { useExamination } from "./useExamination";

export interface CorsDoctorProps extends Omit<FindingsProps, "examination"> {
  readonly bucket: string;
}

export function CorsDoctor(props: CorsDoctorProps) {
  const { bucket, backHref } = props;
  const t = useTranslations("corsPage");
  const common = useTranslations("common");
  const examination = useExamination(bucket);
  const examineAgain = (
    <Button
      icon={<RotateCw size={16} aria-hidden />}
      isPending={examination.isFetching}
      onPress={() => void examination.refetch()}
    >
      {t("examine")}
    </Button>
  );
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 p-4 pb-12">
        <header>
          <Link
            href={backHref}
            className="inline-flex items-center gap-1 text-accent-ink underline"
          >
            <ArrowLeft size={16} aria-hidden />
            {t("back")}
          </Link>
          <div className="mt-2 flex flex-wrap items-start justify-between gap-2">
            <div className="min-w-0 flex-1 basis-72">
              <h1 className="text-lg font-semibold">{t("title", { bucket })}</h1>
              <p className="text-ink-soft">{t("lead")}</p>
            </div>
            {examination.data && examineAgain}
          </div>
        </header>
        {examination.isPending && <Skeleton label={t("examining")} />}
        {examination.error && (
          <FailurePanel
            error={examination.error}
            actions={<Button onPress={() => void examination.refetch()}>{common("retry")}</Button>}
          />
        )}
        {examination.data && !examination.error && (
          <Findings {...props} examination={examination.data} />
        )}
      </div>
    </div>
  );
}
