interface AskedEnd {
  name: string;
  /** What they were asked, in the words that they read. */
  wording: string;
}

/** That two ends were asked in different words, and, one press away, in which. On paper it is said, and not which. */
export function AskedDifferently({ ends, words }: { ends: readonly AskedEnd[]; words: string }) {
  return (
    <>
      <details className="asked-differently">
        <summary className="note">{words}</summary>
        {ends.map(({ name, wording }) => (
          <p key={name} className="note">
            {name}: “{wording}”
          </p>
        ))}
      </details>
      <span className="only-print">
        <span className="note under">{words}</span>
      </span>
    </>
  );
}
