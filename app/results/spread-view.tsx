import { CountBars } from '#app/ui/bars.tsx';
import type { LaneName } from '#app/ui/glyph.tsx';
import { QuestionNotes } from './question-notes.tsx';
import type { QuestionResult } from './question-result.ts';
import { formatMark, type Mark } from './ruler.ts';

type SpreadResult = Extract<QuestionResult, { view: 'spread' }>;
type SpreadFacts = Omit<SpreadResult['spread'], symbol>;

/** Numbers and days as they lie along a line, with the middle one and the ends where they may be told. */
export function SpreadView({
  result: { spread, unit, askedOf },
  lane,
}: {
  result: Omit<SpreadResult, 'spread'> & { spread: SpreadFacts };
  lane: LaneName;
}) {
  const { bins, answers, shortage, question } = spread;
  const listed = (answers ?? []).map(formatMark).join(', ');
  return (
    <>
      <QuestionNotes of={spread} askedOf={askedOf} />
      {bins ? (
        <>
          <p>{marksWords(spread, unit)}</p>
          <CountBars
            lane={lane}
            rows={bins.map(({ label, people }) => ({ label, count: people }))}
            caption={`${question.wording}${unit ? `, in ${unit}` : ''}`}
          />
        </>
      ) : (
        <p className="small quiet">
          {listed && `${listed}. `}
          {shortage}
        </p>
      )}
    </>
  );
}

/** "The middle answer is 20 seats. Half lie between 12 and 40. The lowest is 3, the highest 900." */
function marksWords(spread: SpreadFacts, unit: string): string {
  const { lowest, lowerQuartile, median, upperQuartile, highest } = spread;
  const say = (mark: Mark) => `${formatMark(mark)}${unit ? ` ${unit}` : ''}`;
  const told = [
    median !== null && `The middle answer is ${say(median)}.`,
    lowerQuartile !== null &&
      upperQuartile !== null &&
      `Half lie between ${formatMark(lowerQuartile)} and ${say(upperQuartile)}.`,
    lowest !== null &&
      highest !== null &&
      `The lowest is ${formatMark(lowest)}, the highest ${say(highest)}.`,
    lowest !== null && highest === null && `The lowest is ${say(lowest)}.`,
    lowest === null && highest !== null && `The highest is ${say(highest)}.`,
    [lowest, lowerQuartile, median, upperQuartile, highest].includes(null) &&
      'What one person’s answer could be read from is not told.',
  ];
  return told.filter(Boolean).join(' ');
}
