import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import { formatList } from '#app/results/display.ts';
import {
  type FigureFacts,
  FigureHead,
  FigureHistogram,
  FigureLine,
  HeardOf,
} from '#app/results/figure-view.tsx';
import { peopleTold } from '#app/results/sentence.ts';
import { AskedDifferently } from '#app/ui/asked-differently.tsx';
import { Lane } from '#app/ui/lane.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { ResultsView } from './page.tsx';

type Split = Extract<ResultsView['answered'], { kind: 'split' }>['split'];

/** The result of a question about scores. A refusal is one of the results: same card, same place. */
export function AnsweredCard({ view }: { view: ResultsView }) {
  const { answered, accountName } = view;
  switch (answered.kind) {
    case 'figure':
      return (
        <Notice
          heading={oneHeading(view, { ...answered.figure, told: peopleTold(answered.figure) })}
          sentence={trunk(view, answered.figure)}
          foot={<InFull view={view} />}
        >
          <FigureLane figure={answered.figure} />
        </Notice>
      );
    case 'split':
      return (
        <Notice
          heading={answered.split.fact}
          sentence={<Reason split={answered.split} />}
          foot={<Missing split={answered.split} view={view} />}
        >
          {answered.split.instead.by_persona.map((figure) => (
            <FigureLane key={figure.persona.id} figure={figure} />
          ))}
          <Gap split={answered.split} />
        </Notice>
      );
    case 'no_score':
      return (
        <Notice
          heading={oneHeading(view, answered)}
          sentence="They were asked nothing from 0 to 10, so there is no score. What they were asked is on their own page."
          foot={<InFull view={view} />}
        />
      );
    case 'no_answers':
      return (
        <Notice
          heading={accountName ? `Nobody was heard at ${accountName} yet.` : 'Nobody was heard yet.'}
          sentence="No answers is a result of its own: it is not a score of 0."
        />
      );
    default:
      return answered satisfies never;
  }
}

function oneHeading(
  { accountName }: ResultsView,
  { persona, n, told }: { persona: FigureFacts['persona']; n: number; told: string },
): string {
  const where = accountName ? ` at ${accountName}` : '';
  if (told !== String(n)) return `${persona.plural} who were heard: ${told}.`;
  return n === 1
    ? `One ${inSentence(persona.name)}${where} was heard.`
    : `${n} ${inSentence(persona.plural)}${where} were heard.`;
}

/** One persona heard is a trunk, not the elephant (DOMAIN A7). */
function trunk({ lanes, accountName }: ResultsView, { persona }: FigureFacts): string {
  const others = lanes
    .filter((lane) => lane.persona.id !== persona.id)
    .map((lane) => inSentence(lane.persona.plural));
  if (others.length === 0) return 'This wave asked one persona only.';
  if (accountName)
    return `That is one part of ${accountName}. The figure is theirs alone, not the account’s.`;
  return `Theirs alone: ${formatList(others)} have lines of their own.`;
}

function Reason({ split: { reason, why } }: { split: Split }): ReactNode {
  return (
    <>
      {reason.before}
      <Link to={why}>{reason.word}</Link>
      {reason.after} <Link to="/docs/why-no-total">Why no total, worked through</Link>
    </>
  );
}

function FigureLane({ figure }: { figure: FigureFacts }) {
  return (
    <Lane
      {...laneIdentity(figure.persona)}
      name={figure.within ? `${figure.persona.plural} at ${figure.within.name}` : figure.persona.plural}
      heard={<HeardOf figure={figure} />}
      figure={<FigureHead figure={figure} />}
      line={<FigureLine figure={figure} />}
      histogram={<FigureHistogram figure={figure} />}
    />
  );
}

function Gap({ split: { instead } }: { split: Split }) {
  const { gap } = instead;
  if (!gap) return null;
  return (
    <div className="gap-words">
      {gap.kind === 'gap' ? <GapWords words={gap.words} /> : gap.words}{' '}
      {gap.kind === 'gap' && gap.wordedDifferently && (
        <AskedDifferently
          words="Asked in different words."
          ends={gap.sides.map(({ persona, question }) => ({
            name: persona.plural,
            wording: question.wording,
          }))}
        />
      )}
    </div>
  );
}

/** The distance stands out from the two ends that follow it. */
function GapWords({ words }: { words: string }) {
  const [distance = words, ...ends] = words.split(/(?=, )/);
  return (
    <>
      <b>{distance}</b>
      {ends.join('')}
    </>
  );
}

function Missing({ split, view }: { split: Split; view: ResultsView }) {
  const shown = new Set(split.instead.by_persona.map(({ persona }) => persona.id));
  const missing = view.lanes
    .filter(({ persona }) => !shown.has(persona.id))
    .map(({ persona }) => inSentence(persona.plural));
  return (
    <>
      {missing.length > 0 && <p>Missing from this question: {formatList(missing)}.</p>}
      <p>
        <Link to={`/overview?wave=${view.slug}`}>See all lanes</Link>
      </p>
    </>
  );
}

function InFull({ view }: { view: ResultsView }) {
  const { answered } = view;
  if (answered.kind !== 'figure' && answered.kind !== 'no_score') return null;
  const { persona } = answered.kind === 'figure' ? answered.figure : answered;
  return (
    <p>
      <Link to={`/results/${view.slug}/${persona.id}`}>{persona.plural} in full</Link>
    </p>
  );
}
