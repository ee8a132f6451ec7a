import { CAME_BACK, MAIL_OUTCOMES, OUTCOME_WORDS } from '#app/delivery/came-back/mail-outcome.ts';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { SendView } from './page.tsx';
import { WhoseMail } from './whose-mail.tsx';

type Mail = NonNullable<SendView['mail']>;
type Line = Mail['cameBack']['lines'][number];

const HEAD = [
  { label: 'Persona' },
  { label: 'Sent', numeric: true },
  ...MAIL_OUTCOMES.map((outcome) => ({ label: OUTCOME_WORDS[outcome], numeric: true })),
];

/** What is known of the mails that were sent. Everybody who was sent one is in exactly one column. */
export function CameBackSection({ view, mail }: { view: SendView; mail: Mail }) {
  if (mail.lanes.every(({ counts }) => counts.sent === 0)) return null;
  const came = mail.lanes.reduce((sum, lane) => sum + cameBackOf(lane), 0);
  return (
    <Section id="came-back" title="What came back" lead={leadOf(mail, came)}>
      <DataTable
        caption="What is known of the sent mails, by persona"
        captionHidden
        head={HEAD}
        rows={rowsOf(view, mail)}
      />
      {came > 0 && (
        <ul className="rows held after">
          {mail.cameBack.lines.map((line) => (
            <CameBackLine key={`${line.personSlug} ${line.personaId}`} line={line} view={view} />
          ))}
        </ul>
      )}
      {mail.cameBack.lines.length < came && (
        <p className="small quiet more">
          And {came - mail.cameBack.lines.length} more. Each says so on the page of its person.
        </p>
      )}
    </Section>
  );
}

function cameBackOf({ outcomes }: Mail['lanes'][number]): number {
  return CAME_BACK.reduce((sum, outcome) => sum + outcomes[outcome], 0);
}

function leadOf({ lanes }: Mail, came: number): string {
  if (came > 0)
    return 'Whoever’s mail came back for good, or who called it spam, is not written to again. The words are those of the mail server.';
  const isTold = lanes.some(({ outcomes }) => outcomes.arrived > 0);
  return isTold
    ? 'Nothing has come back.'
    : 'Nothing has come back. Not every mail server says that a mail arrived, so no word is no bad news.';
}

function rowsOf({ wave, personas }: SendView, mail: Mail) {
  return personas.flatMap((persona) => {
    const lane = mail.lanes.find(({ personaId }) => personaId === persona.id);
    if (!lane || !wave.lanes.some(({ personaId }) => personaId === persona.id)) return [];
    const name = <PersonaName key="name" {...laneIdentity(persona)} name={persona.plural} />;
    const outcomes = MAIL_OUTCOMES.map((outcome) => lane.outcomes[outcome]);
    return [{ key: persona.id, cells: [name, <b key="sent">{lane.counts.sent}</b>, ...outcomes] }];
  });
}

function CameBackLine({ line, view }: { line: Line; view: SendView }) {
  return (
    <li>
      <span>
        <WhoseMail line={line} view={view} />
      </span>
      <div>
        {OUTCOME_WORDS[line.outcome]}
        {line.isReminder && ' (a reminder)'}, <When at={line.at} zone="UTC" locale="en-GB" />
        {line.detail && (
          <p className="note">
            <span className="break">{line.detail}</span>
          </p>
        )}
      </div>
    </li>
  );
}
