import { signed } from './signed.ts';

/** A score in large tabular figures. `quiet` is for the second way of counting the same answers. */
export function FigureNumber({ value, quiet = false }: { value: number; quiet?: boolean }) {
  return <p className={quiet ? 'figure-n quiet' : 'figure-n'}>{signed(value)}</p>;
}

/** How far apart two ways of counting the same answers are, where that is the news and neither is a score to lead with. */
export function FigureApart({ points }: { points: number }) {
  return (
    <p className="figure-n">
      {signed(Math.abs(points)).replace('+', '')}
      <span className="small"> apart</span>
    </p>
  );
}

/** The answers themselves, ascending, where they are too few for a score. */
export function FigureAnswers({ answers }: { answers: readonly number[] }) {
  return <p className="answers">{[...answers].sort((a, b) => a - b).join(' ')}</p>;
}
