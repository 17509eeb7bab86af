/** Grey bars where text will stand; invisible for the first 150 ms, so that quick answers do not flash. */
export interface SkeletonProps {
  readonly rows?: number;
  readonly label: string;
}

const widths = ["w-3/5", "w-2/5", "w-1/2", "w-3/4", "w-1/3"];

export function Skeleton({ rows = 5, label }: SkeletonProps) {
  return (
    <div role="status" className="skeleton-appear">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} aria-hidden className="flex h-row items-center px-3">
          <div className={`h-3 rounded-sm bg-hover ${widths[row % widths.length] ?? ""}`} />
        </div>
      ))}
    </div>
  );
}
