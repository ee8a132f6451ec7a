import { Day } from '#app/ui/day.tsx';
import { Facts } from '#app/ui/facts.tsx';
import type { ChangeRule } from './purpose-words.ts';
import { PURPOSE_LABELS, sayRule, saysRule } from './purpose-words.ts';

interface PurposeFactsProps {
  purpose: {
    unknown: string;
    decision: string;
    decider: string;
    decideOn: string;
    changeRule: string;
    rule: ChangeRule | null;
    promise: string;
    promiseOn: string;
  } | null;
}

/** Why one persona is asked, as six short facts. What is not written yet says so. */
export function PurposeFacts({ purpose }: PurposeFactsProps) {
  const open = <span className="quiet">Not written yet</span>;
  const rule =
    purpose?.rule && !saysRule(purpose.changeRule, purpose.rule)
      ? `${purpose.changeRule} (${sayRule(purpose.rule)})`
      : purpose?.changeRule;
  return (
    <Facts
      facts={[
        { term: PURPOSE_LABELS.unknown, value: purpose?.unknown || open },
        { term: PURPOSE_LABELS.decision, value: purpose?.decision || open },
        { term: PURPOSE_LABELS.decider, value: purpose?.decider || open },
        { term: PURPOSE_LABELS.decideOn, value: purpose?.decideOn ? <Day day={purpose.decideOn} /> : open },
        { term: PURPOSE_LABELS.changeRule, value: rule || open },
        { term: PURPOSE_LABELS.promise, value: purpose ? <Promised {...purpose} /> : open },
      ]}
    />
  );
}

function Promised({ promise, promiseOn }: { promise: string; promiseOn: string }) {
  if (!promise && !promiseOn) return <span className="quiet">Not written yet</span>;
  return (
    <>
      {promiseOn ? promise.replace(/\.\s*$/, '') || 'Not written yet' : promise || 'Not written yet'}
      {promiseOn ? (
        <>
          , by <Day day={promiseOn} />
        </>
      ) : (
        ', no day yet'
      )}
    </>
  );
}
