import { Link } from '@remix-run/react';
import { VERDICT_WORDS } from '#app/followup/decision/decision.ts';
import { Facts } from '#app/ui/facts.tsx';
import { Quote } from '#app/ui/quote.tsx';
import { Section } from '#app/ui/section.tsx';
import type { ToldView } from './page.tsx';

/** What the letter answers: what was promised, and what this persona wrote. */
export function AnsweredSection({ view }: { view: ToldView }) {
  const { promise, decisions, quotes, texts, persona, wave } = view;
  return (
    <Section title="What it answers">
      {promise && (
        <Facts
          facts={[
            { term: 'Promised to tell them', value: promise.told },
            { term: 'Asked to decide', value: promise.decision },
          ]}
        />
      )}
      {decisions.length > 0 && (
        <ul className="rows after">
          {decisions.map(({ id, verdict, what, because }) => (
            <li key={id}>
              <p>
                <b>{VERDICT_WORDS[verdict]}:</b> {what}
              </p>
              {because && <p className="small">{because}</p>}
            </li>
          ))}
        </ul>
      )}
      {quotes.length > 0 && (
        <ul className="rows after">
          {quotes.map(({ key, words, about, by }) => (
            <li key={key}>
              <Quote by={[by.name, by.title, by.account, about].filter(Boolean).join(', ') || persona.name}>
                {words}
              </Quote>
            </li>
          ))}
        </ul>
      )}
      <p className="small more cluster">
        <Link to={`/results/${wave.slug}/${persona.id}`}>
          {texts > quotes.length ? 'All texts, and how they answered' : 'How they answered'}
        </Link>
        <Link to={`/programmes/${wave.programmeSlug}/decisions`}>What was decided</Link>
      </p>
    </Section>
  );
}
