import { laneIdentity } from '#app/persona/lane-identity.ts';
import { PersonaName } from '#app/ui/glyph.tsx';
import { When } from '#app/ui/time.tsx';
import { DecideForm } from './decide-form.tsx';
import type { HeldFault, HeldView } from './page.tsx';

export type ShownHeld = HeldView['held'][number];

interface HeldItemProps {
  line: ShownHeld;
  persona: HeldView['personas'][number];
  fault: HeldFault | undefined;
}

/** One held answer: as whom it was given, why it is held, and what can be done about it. */
export function HeldItem({ line, persona, fault }: HeldItemProps) {
  const { accountName, name, email, waveName, receivedAt, confidentiality, why, answers, decision } = line;
  const mayRelease = decision === null || decision === 'discarded';
  return (
    <li>
      <p>
        <PersonaName {...laneIdentity(persona)} name={persona.name} />
        {accountName && `, ${accountName}`}
        {(name || email) && (
          <span className="quiet">
            {' · '}
            {line.reason === 'self_declared' && 'says: '}
            <bdi>{[name, email].filter(Boolean).join(', ')}</bdi>
          </span>
        )}
      </p>
      <p className="small">{why}</p>
      <p className="by">
        {waveName},{' '}
        <When
          at={receivedAt}
          zone="UTC"
          locale="en-GB"
          // Of an unlinkable answer only the day is known.
          precision={confidentiality === 'unlinkable' ? 'day' : 'minute'}
        />
        {answers === null && ', answered in confidence'}
      </p>
      {decision !== null && <Decision line={line} />}
      {answers !== null && answers.length > 0 && <Answers answers={answers} />}
      {mayRelease && (
        <div className="held-acts">
          <DecideForm intent="release" line={line} persona={persona} fault={fault} />
          {decision === null && <DecideForm intent="discard" line={line} persona={persona} fault={fault} />}
        </div>
      )}
    </li>
  );
}

const DECIDED = {
  released: 'Released',
  discarded: 'Discarded',
  answered: 'They answered by hand, and that counts',
} as const;

function Decision({ line: { decision, decidedAt, decidedByName, decisionReason } }: { line: ShownHeld }) {
  if (decision === null) return null;
  const by = decision === 'answered' ? '' : ` by ${decidedByName ?? 'an API key'}`;
  return (
    <p className="small">
      <b>
        {DECIDED[decision]}
        {by}
      </b>
      {decidedAt !== null && (
        <>
          , <When at={decidedAt} zone="UTC" locale="en-GB" />
        </>
      )}
      {decisionReason && `: ${decisionReason}`}
    </p>
  );
}

/** Only where respondents agreed to be read. */
function Answers({ answers }: { answers: NonNullable<ShownHeld['answers']> }) {
  return (
    <details>
      <summary className="small">What was answered</summary>
      <dl className="held-given small">
        {answers.map(({ wording, words }) => (
          <div key={wording}>
            <dt className="quiet">{wording}</dt>
            <dd className="verbatim-words">{words}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
