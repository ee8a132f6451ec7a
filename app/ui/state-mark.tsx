export type Verdict = 'clears' | 'not' | 'cant';

const WORDS = {
  clears: 'Clears the rule',
  not: 'Does not clear',
  cant: 'Can’t tell',
} satisfies Record<Verdict, string>;

/** Whether a change rule set before asking is cleared: an interval bar beyond, beside or across a line. */
export function StateMark({ verdict }: { verdict: Verdict }) {
  return (
    <span className={`state ${verdict}`}>
      <svg viewBox="0 0 24 14" width="1.5em" height=".875em" aria-hidden="true">
        <Picture verdict={verdict} />
      </svg>
      {WORDS[verdict]}
    </span>
  );
}

function Picture({ verdict }: { verdict: Verdict }) {
  switch (verdict) {
    case 'clears':
      return <path d="M5.25 1h1.5v12h-1.5zM9 5h12v4H9z" />;
    case 'not':
      return <path d="M17.25 1h1.5v12h-1.5zM3 5h12v4H3z" />;
    case 'cant':
      return (
        <path fill="none" stroke="currentColor" strokeWidth="1.5" d="M12 1v12M4.75 5.75h14.5v2.5H4.75z" />
      );
    default:
      return verdict satisfies never;
  }
}
