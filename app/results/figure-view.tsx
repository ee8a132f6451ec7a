import { laneIdentity } from '#app/persona/lane-identity.ts';
import { FigureAnswers, FigureApart, FigureNumber } from '#app/ui/figure-number.tsx';
import { Histogram } from '#app/ui/histogram.tsx';
import { ScoreLine } from '#app/ui/score-line.tsx';
import type { Verdict } from '#app/ui/state-mark.tsx';
import { formatCount, formatInterval, formatScore } from './display.ts';
import type { Figure } from './figure.ts';
import type { Ruling } from './ruling.ts';
import {
  accountWords,
  boundsWords,
  dominanceSentences,
  heardWords,
  otherScore,
  scoreTold,
  secondScore,
  titleOf,
} from './sentence.ts';

/** What a view needs of a figure: its facts, without the brand that does not survive the wire. */
export type FigureFacts = Omit<Figure, symbol>;

/** "41 of 118 heard at 13 accounts". */
export function HeardOf({ figure }: { figure: FigureFacts }) {
  return (
    <>
      {heardWords(figure)} <br />
      {accountWords(figure as Figure)}
    </>
  );
}

/** The score, or the answers where they are too few for one, or a dash of words; never 0 for silence. */
export function FigureHead({ figure }: { figure: FigureFacts }) {
  if (figure.dominance.apart !== null) return <FigureApart points={figure.dominance.apart} />;
  if (figure.score !== null) return <FigureNumber value={figure.score} />;
  if (figure.answers !== null && figure.answers.length <= 8)
    return <FigureAnswers answers={figure.answers} />;
  return <p className="small quiet">No score</p>;
}

/** @param alone leaves the other way of counting to the page, which tells it in full. */
export function FigureLine({ figure, alone = false }: { figure: FigureFacts; alone?: boolean }) {
  const { score, interval } = figure;
  const range = interval.kind === 'none' || interval.kind === 'census' ? null : interval;
  const title = `${titleOf(figure as Figure)}: ${scoreTold(figure) ?? 'no score'}`;
  const second = secondScore(figure);
  const dashed =
    second === null
      ? ''
      : `; a dashed line at ${formatScore(second)} where each ${figure.basis === 'account' ? 'person' : 'account'} counts once`;
  const description = `${score === null ? figure.shortage : interval.meaning}${dashed}, on a line from −100 to +100.`;
  return (
    <>
      <ScoreLine
        {...laneIdentity(figure.persona)}
        score={score}
        interval={range}
        secondary={secondScore(figure)}
        title={title}
        description={description}
      />
      <div className="note-under">
        {notesUnder(figure, alone).map((words) => (
          <p key={words} className="note">
            {words}
          </p>
        ))}
      </div>
    </>
  );
}

/** Under the drawing: what the interval means; then which other way of counting there is, and what to know before leaning on either. */
function notesUnder(figure: FigureFacts, alone: boolean): string[] {
  const { score, shortage, interval, basis, dominance } = figure;
  if (score === null)
    return [
      figure.n === 0
        ? (figure.showing === 'withheld' && shortage) || 'Not heard.'
        : `${formatCount(figure.n, 'answer')}, so no score. ${shortage ?? ''}`,
    ];
  const meaning = `${interval.meaning.charAt(0).toUpperCase()}${interval.meaning.slice(1)}.`;
  const other = otherScore(figure);
  if (alone) return [meaning];
  const isAlike = other === null || formatScore(other) === formatScore(score);
  const counted =
    isAlike || dominance.apart !== null
      ? []
      : [`Each ${basis === 'account' ? 'person' : 'account'} counted once it is ${formatScore(other)}.`];
  const paragraphs = [
    [meaning, boundsWords(figure)],
    [...counted, ...dominanceSentences(figure)],
  ];
  return paragraphs.map((sentences) => sentences.filter(Boolean).join(' ')).filter(Boolean);
}

export function FigureHistogram({ figure, large = false }: { figure: FigureFacts; large?: boolean }) {
  const { histogram, persona } = figure;
  if (!histogram || figure.n === 0) return null;
  const answers = histogram.flatMap((count, value) => (count > 0 ? [`${count} × ${value}`] : [])).join(', ');
  const groups = [
    { label: 'detractors', from: 0, to: 6 },
    { label: 'passives', from: 7, to: 8 },
    { label: 'promoters', from: 9, to: 10 },
  ];
  return (
    <Histogram
      {...laneIdentity(persona)}
      counts={histogram}
      large={large}
      groups={large && figure.metric.kind === 'nps' ? groups : []}
      title={`${formatCount(figure.n, 'answer')} of ${persona.plural}: ${answers}`}
    />
  );
}

/** The mark that stands for a ruling. */
export const VERDICTS = {
  clears: 'clears',
  does_not_clear: 'not',
  cant_tell: 'cant',
} as const satisfies Record<Ruling, Verdict>;

export function intervalCell({ score, interval }: FigureFacts): string {
  if (score === null) return 'none';
  if (interval.kind === 'none') return 'none';
  return interval.kind === 'census' ? 'all heard' : formatInterval(interval);
}
