import { act, render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { expect, test } from "vitest";
import { FailureNote } from "@/features/transfers/FailureNote";
import { loadPageMessages } from "@/locales/messages";
import { LanguageProvider } from "./LanguageProvider";

test("a failure whose words come later is told in them, as soon as they are here", async () => {
  await loadPageMessages("ko");
  const failure = { code: "upload_damaged", params: { key: "in/a.bin" }, requestId: null } as const;
  await act(async () => {
    render(
      <Suspense>
        <LanguageProvider>
          <FailureNote failure={failure} objectKey="in/a.bin" isRepeat={false} corsHref="/" />
        </LanguageProvider>
      </Suspense>,
    );
    await Promise.resolve();
  });
  expect(await screen.findByText("S3에 올라간 내용이 파일과 달라요")).toBeVisible();
});
