/** The headers that S3 answers with the object, and the metadata of who put it there. */
import { useTranslations } from "use-intl";
import { visibleName } from "@/ui/visibleName";
import { Fact, FactList } from "./FactList";
import type { ObjectDetails } from "./objectDetails";

export function HeaderFacts({ details }: { readonly details: ObjectDetails }) {
  const t = useTranslations("details");
  const headers = Object.entries({
    "Cache-Control": details.cacheControl,
    "Content-Disposition": details.contentDisposition,
    "Content-Encoding": details.contentEncoding,
    "Content-Language": details.contentLanguage,
  }).filter((header): header is [string, string] => header[1] !== null);
  const metadata = Object.entries(details.metadata);
  return (
    <>
      {headers.length > 0 && <TextFacts title={t("headers")} entries={headers} />}
      {metadata.length > 0 && <TextFacts title={t("metadata")} entries={metadata} />}
    </>
  );
}

export interface TextFactsProps {
  readonly title: string;
  readonly entries: readonly (readonly [string, string])[];
}

/** Whatever somebody wrote there is text and nothing else. */
export function TextFacts({ title, entries }: TextFactsProps) {
  return (
    <FactList title={title}>
      {entries.map(([name, value]) => (
        <Fact key={name} name={visibleName(name)}>
          <bdi className="whitespace-pre-wrap">{visibleName(value)}</bdi>
        </Fact>
      ))}
    </FactList>
  );
}
