import type { PersonaLabel } from '#app/persona/persona.ts';
import { type FigureFacts, FigureHead, FigureHistogram, FigureLine } from './figure-view.tsx';
import { GridView } from './grid-view.tsx';
import type { QuestionResult } from './question-result.ts';
import { SharesView } from './shares-view.tsx';
import { SpreadView } from './spread-view.tsx';

/** The result as it comes over the wire: brands do not survive it. */
export type ResultFacts = Bare<QuestionResult>;
type Bare<T> = T extends readonly unknown[] | string | number | boolean | null | undefined
  ? T
  : {
      [K in Exclude<keyof T, symbol>]: K extends 'figure' | 'shares' | 'grid' | 'spread'
        ? Omit<T[K], symbol>
        : T[K];
    };

/** One question of one persona, as its kind is read. A kind that is read like another needs nothing here. */
export function QuestionView({ result, persona }: { result: ResultFacts; persona: PersonaLabel }) {
  return (
    <article>
      <h3>{wordingOf(result)}</h3>
      <ResultBody result={result} persona={persona} />
    </article>
  );
}

/** The same without its wording, for a place that has said it. */
export function ResultBody({ result, persona: { base } }: { result: ResultFacts; persona: PersonaLabel }) {
  switch (result.view) {
    case 'score':
      return <ScoreView figure={result.figure} askedOf={result.askedOf} />;
    case 'shares':
      return <SharesView result={result} lane={base} />;
    case 'grid':
      return <GridView result={result} lane={base} />;
    case 'spread':
      return <SpreadView result={result} lane={base} />;
    default:
      return result satisfies never;
  }
}

function ScoreView({ figure, askedOf }: { figure: FigureFacts; askedOf: string | null }) {
  return (
    <div className="two">
      <div>
        <FigureHead figure={figure} />
        <p className="small quiet">{figure.metric.name}</p>
        <FigureHistogram figure={figure} />
      </div>
      <div>
        <FigureLine figure={figure} />
        {askedOf && <p className="note">{askedOf}</p>}
      </div>
    </div>
  );
}

export function wordingOf(result: ResultFacts): string {
  switch (result.view) {
    case 'score':
      return result.figure.question.wording;
    case 'shares':
      return result.shares.question.wording;
    case 'grid':
      return result.grid.question.wording;
    case 'spread':
      return result.spread.question.wording;
    default:
      return result satisfies never;
  }
}
