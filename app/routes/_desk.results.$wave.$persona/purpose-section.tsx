import { asSentence, formatInterval } from '#app/results/display.ts';
import type { FigureFacts } from '#app/results/figure-view.tsx';
import { VERDICTS } from '#app/results/figure-view.tsx';
import type { Ruling } from '#app/results/ruling.ts';
import { Day } from '#app/ui/day.tsx';
import { Section } from '#app/ui/section.tsx';
import { StateMark } from '#app/ui/state-mark.tsx';
import type { PersonaView } from './page.tsx';

const ANSWERED = {
  clears: 'Answered',
  does_not_clear: 'Answered',
  cant_tell: 'Not answered',
} as const satisfies Record<Ruling, string>;

/** What was written down before asking comes before any figure (DOMAIN A10). */
export function PurposeSection({ view: { purpose, ruling, figure } }: { view: PersonaView }) {
  if (!purpose) return null;
  const read = figure && figure.score !== null ? ` ${intervalSays(figure)}` : '';
  return (
    <Section title="What we needed to know">
      <div className="purpose-row">
        <div>
          <p>
            <b>{purpose.unknown}</b>
          </p>
          <p className="small quiet">
            Decides: {asSentence(purpose.decision)} {purpose.decider}, by <Day day={purpose.decideOn} />.
          </p>
        </div>
        <div>
          <p>
            <b>{ANSWERED[ruling]}</b>
          </p>
          <p className="small quiet">
            Rule: {asSentence(purpose.changeRule)}
            {read}
          </p>
        </div>
        {purpose.rule && <StateMark verdict={VERDICTS[ruling]} />}
      </div>
    </Section>
  );
}

function intervalSays({ interval }: FigureFacts): string {
  if (interval.kind === 'none') return '';
  return interval.kind === 'census' ? 'Everybody was heard.' : `Interval ${formatInterval(interval)}.`;
}
