export interface Count {
  readonly count: number;
  readonly label: string;
}

/** Counts that add up to the sentence above them. Counts only: never scores. */
export function Tally({ counts }: { counts: readonly Count[] }) {
  return (
    <ul className="tally">
      {counts.map(({ count, label }) => (
        <li key={label}>
          <b className="figure-n">{count}</b>
          <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}
