import { Link } from '@remix-run/react';
import type { PersonaBase } from '#app/persona/persona.ts';
import { When } from '#app/ui/time.tsx';

interface AnswerLineProps {
  answer: {
    answeredAt: number | null;
    score: number | null;
    words: string | null;
    by: { name: string | null; title: string | null; account: string | null };
    followUpTo: string | null;
  };
  base: PersonaBase;
}

/** One answer. A name stands here only where respondents agreed to be seen. */
export function AnswerLine({ answer: { answeredAt, score, words, by, followUpTo }, base }: AnswerLineProps) {
  const who = [[by.name, by.title].filter(Boolean).join(', '), by.account].filter(Boolean).join(' at ');
  return (
    <li className={base}>
      <span className="verbatim-score">{score ?? ''}</span>
      <div>
        {words ? <p className="verbatim-words">{words}</p> : <p className="quiet">No comment</p>}
        <p className="by">
          {who && `${who}, `}
          {answeredAt !== null && <When at={answeredAt} zone="UTC" locale="en-GB" />}
          {followUpTo && (
            <>
              {'. '}
              <Link to={followUpTo}>
                Follow up<span className="vh">: {who || 'this answer'}</span>
              </Link>
            </>
          )}
        </p>
      </div>
    </li>
  );
}
