import { Link } from '@remix-run/react';
import { inSentence, type PersonaLabel } from '#app/persona/persona.ts';
import { ASSUMED_WORK } from '#app/survey/assumed-work.ts';
import type { Fit } from '#app/survey/compare/fit.ts';

interface FitListProps {
  lines: readonly { key: string; number: number; wording: string; fit: Fit }[];
  persona: Pick<PersonaLabel, 'plural'>;
  /** The survey whose questions they are, where each can be opened. */
  to?: string;
}

/** Every question with what stands in its way for this persona. */
export function FitList({ lines, persona, to }: FitListProps) {
  if (lines.length === 0) return <p className="small quiet">It has no questions yet.</p>;
  return (
    <ol className="rows fit-list">
      {lines.map(({ key, number, wording, fit }) => {
        const words = wording.trim() === '' ? `Question ${number}, no words yet` : wording;
        return (
          <li key={key}>
            <p>{to ? <Link to={`${to}?q=${key}`}>{words}</Link> : words}</p>
            <FitWords fit={fit} persona={persona} />
          </li>
        );
      })}
    </ol>
  );
}

function FitWords({ fit, persona: { plural } }: { fit: Fit; persona: FitListProps['persona'] }) {
  switch (fit.kind) {
    case 'assumes':
      return (
        <p className="dashed">
          <b>Rewrite it.</b> It assumes {ASSUMED_WORK[fit.base]}. <code>QUESTION_SET_MISMATCH</code>
        </p>
      );
    case 'may_assume':
      return (
        <p className="small">
          <b>Look at it.</b> It may assume {ASSUMED_WORK[fit.base]}: it says{' '}
          {fit.words.map((word) => `“${word}”`).join(', ')}.
        </p>
      );
    case 'fits':
      return (
        <p className="small quiet">No word in it assumes other work than that of {inSentence(plural)}.</p>
      );
    default:
      return fit satisfies never;
  }
}
