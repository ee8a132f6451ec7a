import { Link } from '@remix-run/react';
import { MAIL_STANDINGS, STANDING_WORDS, STATE_WORDS } from '#app/delivery/message-state.ts';
import { timeLeftInWords } from '#app/delivery/time-left/time-left.ts';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { useLookAgain } from '#app/ui/look-again.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Progress } from '#app/ui/progress.tsx';
import { Section } from '#app/ui/section.tsx';
import { MAIL_PAGE } from './mail-query.ts';
import type { SendView } from './page.tsx';

/** Counts again while messages wait. */
const EVERY_MS = 3000;

interface MailSectionProps {
  view: SendView;
  mail: NonNullable<SendView['mail']>;
}

const HEAD = [
  { label: 'Persona' },
  { label: 'Known', numeric: true },
  { label: 'Asked', numeric: true },
  ...MAIL_STANDINGS.map((standing) => ({ label: STANDING_WORDS[standing], numeric: true })),
];
const ANSWERED = { label: 'Answered', numeric: true };

/** What became of the mails: everybody asked is in exactly one column of theirs. And how many answered, but in confidence. */
export function MailSection({ view, mail }: MailSectionProps) {
  const { unready, leftOut } = mail;
  const isDone = unready === 0 && mail.settled === mail.asked;
  const isGoing = view.course?.paused === null;
  useLookAgain(EVERY_MS, !isDone);
  return (
    <Section title={titleOf(isDone, isGoing)}>
      {!isDone && (
        <Progress
          label="Messages settled"
          done={mail.settled}
          total={mail.asked + unready}
          {...(isGoing && mail.timeLeft !== null && { left: timeLeftInWords(mail.timeLeft) })}
        />
      )}
      <DataTable
        caption="Messages by persona"
        captionHidden
        head={view.answered ? [...HEAD, ANSWERED] : HEAD}
        rows={rowsOf(view, mail)}
      />
      <p className="small quiet more">
        Known: who held the role when this was last sent to somebody. How sure a figure is goes by it.
      </p>
      {unready > 0 && (
        <p className="small quiet more">
          {`${unready} more ${unready === 1 ? 'is' : 'are'} decided and being made ready; this page counts along.`}
        </p>
      )}
      {leftOut > 0 && (
        <p className="small quiet more">
          {`${leftOut} more ${leftOut === 1 ? 'was' : 'were'} decided on and not asked: by then they had left, did not want to be asked or were asked elsewhere, or the send was taken back or closed.`}
        </p>
      )}
      {mail.staysHere && (
        <p className="small quiet more">
          No mail server is set: nothing leaves this machine, and the letters lie in the{' '}
          <Link to="/mailbox">built-in mailbox</Link>, which admins open.
        </p>
      )}
      <Messages view={view} mail={mail} />
      <p className="small more">
        <Link to={`/results?wave=${view.slug}`}>See what they answered</Link>
      </p>
    </Section>
  );
}

function titleOf(isDone: boolean, isGoing: boolean): string {
  if (isDone) return 'Every message is settled';
  return isGoing ? 'Messages are going out' : 'Messages wait';
}

function rowsOf(view: SendView, mail: MailSectionProps['mail']) {
  const { wave, personas } = view;
  return personas.flatMap((persona) => {
    const lane = wave.lanes.find(({ personaId }) => personaId === persona.id);
    if (!lane) return [];
    const sent = mail.lanes.find(({ personaId }) => personaId === persona.id);
    const counts = MAIL_STANDINGS.map((standing) => sent?.counts[standing] ?? 0);
    const answered = view.answered ? [view.answered[persona.id] ?? 0] : [];
    const name = <PersonaName key="name" {...laneIdentity(persona)} name={persona.plural} />;
    return [
      {
        key: persona.id,
        cells: [name, lane.knownPeople ?? '', <b key="asked">{sent?.asked ?? 0}</b>, ...counts, ...answered],
      },
    ];
  });
}

/** The people behind one column, the ones that need somebody first. */
function Messages({ view: { personas, mailQuery }, mail }: MailSectionProps) {
  const { standing, offset } = mailQuery;
  const to = (from: number) => `?mail=${standing}${from > 0 ? `&from=${from}` : ''}#messages`;
  return (
    <>
      <nav className="tabs after" id="messages" aria-label="Messages">
        <ul>
          {MAIL_STANDINGS.toReversed().map((one) => (
            <li key={one}>
              <Link
                to={`?mail=${one}#messages`}
                aria-current={one === standing ? 'page' : undefined}
                preventScrollReset
              >
                {STANDING_WORDS[one]}: {mail.lanes.reduce((sum, { counts }) => sum + counts[one], 0)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {mail.messages.length === 0 && <p className="small quiet more">Nobody: no message stands like this.</p>}
      <ul className="rows held">
        {mail.messages.map((message) => {
          const persona = personas.find(({ id }) => id === message.personaId)!;
          return (
            <li key={message.id}>
              <span>
                <PersonaName {...laneIdentity(persona)} name={message.personName} />, {message.accountName}
              </span>
              <span className="quiet">{message.reason ?? STATE_WORDS[message.state]}</span>
            </li>
          );
        })}
      </ul>
      <Pager
        label="Messages"
        previous={offset > 0 ? to(Math.max(0, offset - MAIL_PAGE)) : null}
        next={mail.hasMore ? to(offset + MAIL_PAGE) : null}
      />
    </>
  );
}
