import { ChoiceBars } from '#app/ui/bars.tsx';
import type { LaneName } from '#app/ui/glyph.tsx';
import { formatShare } from './display.ts';
import { QuestionNotes } from './question-notes.tsx';
import type { QuestionResult } from './question-result.ts';

type SharesResult = Extract<QuestionResult, { view: 'shares' }>;

/** What a view needs of shares: their facts, without the brand that does not survive the wire. */
export type SharesFacts = Omit<SharesResult['shares'], symbol>;

/** Ratings and choices are shown as they spread; they never become a score. */
export function SharesView({
  result: { shares, values, several, askedOf },
  lane,
}: {
  result: Omit<SharesResult, 'shares'> & { shares: SharesFacts };
  lane: LaneName;
}) {
  const { bars, topTwo, question } = shares;
  const labelOf = (value: string) => values.find(({ key }) => key === value)?.label ?? value;
  const rows = (bars ?? []).flatMap(({ value, people, share }) =>
    share ? [{ label: labelOf(value), count: people, ...share }] : [],
  );
  const listed = (bars ?? []).filter(({ people }) => people !== null && people > 0);
  return (
    <>
      <QuestionNotes of={shares} askedOf={askedOf} />
      {rows.length > 0 ? (
        <ChoiceBars lane={lane} rows={rows} caption={question.wording} />
      ) : (
        <p className="small quiet">
          {listed.length > 0 &&
            `${listed.map(({ value, people }) => `${labelOf(value)}: ${people}`).join(' · ')}. `}
          {shares.shortage}
        </p>
      )}
      {topTwo && <p className="note">The two best marks together: {rangeWords(topTwo)}.</p>}
      {several && rows.length > 0 && (
        <p className="note">Several could be ticked; each share is of the people who answered.</p>
      )}
    </>
  );
}

/** "62%, between 45% and 77%". */
export function rangeWords({ share, lo, hi }: { share: number; lo: number; hi: number }): string {
  return `${formatShare(share)}, between ${formatShare(lo)} and ${formatShare(hi)}`;
}
