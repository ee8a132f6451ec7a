import { Link } from '@remix-run/react';
import type { PersonaLabel } from '#app/persona/persona.ts';
import { FigureHead, FigureHistogram, FigureLine, HeardOf } from '#app/results/figure-view.tsx';
import { ResultBody, type ResultFacts } from '#app/results/question-view.tsx';
import { Quote } from '#app/ui/quote.tsx';

/** What one persona said to one question when it was last asked, as it comes over the wire. */
export interface FeltFacts {
  surveyId: string;
  key: string;
  wording: string;
  wave: { name: string; slug: string };
  result: ResultFacts | null;
  verbatims: readonly {
    responseId: string;
    words: string;
    by: { name: string | null; title: string | null; account: string | null };
  }[];
}

/** Felt, by one persona alone: a figure as its question is read, or words, by the rules of showing of every page. */
export function FeltCell({ felt, persona }: { felt: readonly FeltFacts[]; persona: PersonaLabel }) {
  return felt.map((one) => (
    <div key={`${one.surveyId} ${one.key}`} className="felt">
      <p className="small">
        <b>{one.wording}</b>{' '}
        <Link to={`/results/${one.wave.slug}/${persona.id}`}>
          {persona.plural}, {one.wave.name}
        </Link>
      </p>
      {one.result ? <Result result={one.result} persona={persona} /> : <Words felt={one} />}
    </div>
  ));
}

function Result({ result, persona }: { result: ResultFacts; persona: PersonaLabel }) {
  if (result.view !== 'score') return <ResultBody result={result} persona={persona} />;
  const { figure, askedOf } = result;
  return (
    <>
      <FigureHead figure={figure} />
      <p className="small quiet">{figure.metric.name}</p>
      <p className="small">
        <HeardOf figure={figure} />
      </p>
      <FigureHistogram figure={figure} />
      <FigureLine figure={figure} />
      {askedOf && <p className="note">{askedOf}</p>}
    </>
  );
}

function Words({ felt: { verbatims } }: { felt: FeltFacts }) {
  if (verbatims.length === 0) return <p className="small quiet">No words that may be shown yet.</p>;
  return verbatims.map(({ responseId, words, by: { name, title, account } }) => (
    <Quote key={responseId} by={[name, title, account].filter(Boolean).join(', ') || 'in confidence'}>
      {words}
    </Quote>
  ));
}
