import { Link } from '@remix-run/react';
import { inSentence } from '#app/persona/persona.ts';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { TraceView } from './page.tsx';

/** What they answered where they were told that we would see it; nothing tells whether there is more. */
export function AnswersSection({ view: { answers, persona, person } }: { view: TraceView }) {
  return (
    <Section
      title="What they answered"
      lead="Only what was promised to be read with their name. What is said in confidence stands on no page of one person."
    >
      {answers.length === 0 ? (
        <p className="quiet">
          Nothing of {person.name} as {inSentence(persona.name)} may be shown here.
        </p>
      ) : (
        <ul className="rows">
          {answers.map((answer) => (
            <Answer key={answer.key} answer={answer} personaId={persona.id} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Answer({ answer, personaId }: { answer: TraceView['answers'][number]; personaId: string }) {
  const { wave, waveName, answeredAt, accountName, scored, score, texts } = answer;
  return (
    <li>
      <p>
        <Link to={`/answers?wave=${wave}&persona=${personaId}`}>{waveName}</Link>
        {accountName && `, at ${accountName}`}, <When at={answeredAt} zone="UTC" locale="en-GB" />
      </p>
      {scored && score !== null && (
        <p className="small">
          <b>{score}</b> to “{scored}”
        </p>
      )}
      {texts.map(({ words, about }) => (
        <div key={`${about} ${words}`}>
          {about && <p className="note">{about}</p>}
          <p className="verbatim-words">{words}</p>
        </div>
      ))}
    </li>
  );
}
