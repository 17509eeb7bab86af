/** A key of the keyboard, as it is printed on it. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line bg-surface px-1 font-sans text-xs text-ink-soft">
      {children}
    </kbd>
  );
}
