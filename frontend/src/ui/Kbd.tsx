/** A key of the keyboard, as it is printed on it. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className="border-line bg-surface text-ink-soft inline-flex h-5 min-w-5 items-center justify-center rounded-sm border px-1 font-sans text-xs">
      {children}
    </kbd>
  );
}
