/** The last resort, when not even the words could be loaded: says it in both languages. */
export function CrashWithoutWords() {
  return (
    <main className="mx-auto flex max-w-xl flex-col gap-2 p-4 pt-16">
      <p>화면을 불러오지 못했어요. 연결을 확인하고 페이지를 새로고침해 주세요.</p>
      <p lang="en">The page could not be loaded. Check your connection and reload it.</p>
    </main>
  );
}
