import { asSentence } from '#app/results/display.ts';
import { VERDICTS } from '#app/results/figure-view.tsx';
import { purposeVerdict } from '#app/results/purpose-verdict.ts';
import { Day } from '#app/ui/day.tsx';
import { Section } from '#app/ui/section.tsx';
import { StateMark } from '#app/ui/state-mark.tsx';
import type { PersonaView } from './page.tsx';

/** What was written down before asking comes before any figure (DOMAIN A10). */
export function PurposeSection({ view }: { view: PersonaView }) {
  const { purpose, ruling, figure, wave } = view;
  if (!purpose) return null;
  const hasRule = purpose.rule !== null;
  const verdict = purposeVerdict(figure, { ruling, hasRule, isClosed: wave.closedAt !== null });
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
            <b>{verdict.title}</b>
          </p>
          <p className="small quiet">
            Rule: {asSentence(purpose.changeRule)} {verdict.words}
          </p>
        </div>
        {purpose.rule && <StateMark verdict={VERDICTS[ruling]} />}
      </div>
    </Section>
  );
}
