import { Link } from '@remix-run/react';
import { inSentence } from '#app/persona/persona.ts';
import { formatScore, formatShare } from '#app/results/display.ts';
import { type FigureFacts, FigureHead, FigureHistogram, FigureLine } from '#app/results/figure-view.tsx';
import { declinedWords, dominanceSentences, otherScore, weightSentence } from '#app/results/sentence.ts';
import { FigureNumber } from '#app/ui/figure-number.tsx';
import { Section } from '#app/ui/section.tsx';
import type { PersonaView } from './page.tsx';

/** The sentence first, then pictures of the same thing. */
export function FigureSection({ view: { figure, sentence, persona, askedOf } }: { view: PersonaView }) {
  if (!figure) return null;
  if (figure.n === 0 && figure.showing !== 'withheld') {
    return (
      <Section title="The figure">
        <p className="lead">{persona.plural}: no answers. Silence is not a score of 0.</p>
        {figure.declined !== null && figure.declined > 0 && <p className="note">{declinedWords(figure)}.</p>}
      </Section>
    );
  }
  return (
    <Section title="The figure">
      <Headline figure={figure} />
      <p className="lead">{sentence}.</p>
      <div className="two after">
        <div>
          <h3>Answers, 0 to 10</h3>
          <FigureHistogram figure={figure} large />
          {!figure.histogram && <p className="note">{figure.shortage}</p>}
        </div>
        <div>
          <h3>{figure.metric.name}</h3>
          <FigureHead figure={figure} />
          <LeadingWay figure={figure} />
          <FigureLine figure={figure} alone />
          {figure.bounds && figure.known !== null && figure.known > figure.n && (
            <p className="note">It {figure.bounds.meaning}.</p>
          )}
          {figure.interval.kind !== 'none' && (
            <p className="small no-print">
              <Link to="/docs/how-sure-are-we#the-interval">What the interval says</Link>
            </p>
          )}
          <SecondWay figure={figure} />
          <Dominance figure={figure} />
          {askedOf && <p className="note">{askedOf}</p>}
        </div>
      </div>
    </Section>
  );
}

/** Where the two ways of counting are far apart, that is the news and no score (DOMAIN 2.5). */
function Headline({ figure }: { figure: FigureFacts }) {
  if (figure.dominance.apart === null) return null;
  return (
    <p className="lead">
      <b>{dominanceSentences(figure)[0]}</b>
    </p>
  );
}

/** Which way of counting the score above is of, where there is another beside it. */
function LeadingWay({ figure }: { figure: FigureFacts }) {
  const { basis, dominance } = figure;
  if (secondOf(figure) === null || dominance.apart !== null) return null;
  return (
    <p className="small">
      each <b>{basis === 'account' ? 'account' : 'person'}</b> counts once
    </p>
  );
}

/** The score counted the other way, where it says something else. */
function secondOf(figure: FigureFacts): number | null {
  const { score } = figure;
  const other = otherScore(figure);
  return score === null || other === null || formatScore(other) === formatScore(score) ? null : other;
}

/** "Every person counts once" and "every account counts once", side by side within the persona. */
function SecondWay({ figure }: { figure: FigureFacts }) {
  const { basis } = figure;
  const other = secondOf(figure);
  if (other === null) return null;
  return (
    <div className="second-way">
      <FigureNumber value={other} quiet />
      <p className="small">
        each <b>{basis === 'account' ? 'person' : 'account'}</b> counts once
      </p>
    </div>
  );
}

function Dominance({ figure }: { figure: FigureFacts }) {
  const { dominance, persona, n } = figure;
  const { largest } = dominance;
  const weight = weightSentence(figure);
  if (!largest && weight === null) return null;
  return (
    <p className="note">
      {largest && (
        <>
          <b>
            {formatShare(largest.share)} of these {inSentence(persona.plural)} are from{' '}
            {largest.accountName ?? 'one account'}
          </b>{' '}
          ({largest.answers} of {n}).{' '}
        </>
      )}
      {weight}
    </p>
  );
}
