import { Form, Link } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { SendView } from './page.tsx';
import { WhoseMail } from './whose-mail.tsx';

type Doubts = NonNullable<NonNullable<SendView['mail']>['doubts']>;
type Line = Doubts['lines'][number];

/** Mails that may have gone out: when each goes once more, or what a member can say of it. */
export function DoubtSection({ view, doubts }: { view: SendView; doubts: Doubts }) {
  const { count, lines } = doubts;
  return (
    <Section id="doubts" title={`In doubt: ${mails(count)}`} lead={leadOf(doubts)}>
      <p className="small">
        <Link to={`/programmes/${view.programmeSlug}#in-doubt`}>
          Change what this programme does with them
        </Link>
      </p>
      <DecideAll doubts={doubts} />
      <ul className="rows held more">
        {lines.map((line) => (
          <DoubtLine key={line.slug} line={line} view={view} />
        ))}
      </ul>
      {lines.length < count && <p className="small quiet more">And {count - lines.length} more.</p>}
    </Section>
  );
}

function leadOf({ rule, lines }: Doubts): string {
  const what = 'The mail server’s answer did not come, so nobody knows whether they arrived.';
  if (lines.every(({ fate }) => fate.kind === 'decide' && !fate.mayGoAgain))
    return `${what} They do not go out again by any way. An answer, or word from a mail server, settles one.`;
  return rule === 'hold'
    ? `${what} This programme leaves them to you: once more, and a few get the same mail twice; or not, and a few may never get it.`
    : `${what} Each goes out once more, the same to the last letter, unless an answer or word from a mail server comes before.`;
}

/** For all that wait for a member, in one press. */
function DecideAll({ doubts: { maySend, mayTake } }: { doubts: Doubts }) {
  if (mayTake < 2) return null;
  return (
    <Form method="post" className="cluster more" preventScrollReset>
      {maySend > 1 && (
        <Button name="intent" value="doubt_again">
          Send all {maySend} once more
        </Button>
      )}
      <Button name="intent" value="doubt_arrived">
        Take all {mayTake} as arrived
      </Button>
    </Form>
  );
}

function DoubtLine({ line, view }: { line: Line; view: SendView }) {
  return (
    <li>
      <span>
        <WhoseMail line={line} view={view} />
        {line.isReminder && <span className="quiet"> (a reminder)</span>}
      </span>
      <div>
        <p>
          <Fate line={line} />
        </p>
        <p className="note">
          Since <When at={line.since} zone="UTC" locale="en-GB" precision="minute" />.{' '}
          {line.reason ?? 'The mail server’s answer did not come.'}
        </p>
        {line.fate.kind === 'decide' && <Decide line={line} mayGoAgain={line.fate.mayGoAgain} />}
      </div>
    </li>
  );
}

function Fate({ line: { fate, isTwice } }: { line: Line }) {
  switch (fate.kind) {
    case 'goes':
      return (
        <>
          Goes out once more at <When at={fate.at} zone="UTC" locale="en-GB" precision="minute" />.
        </>
      );
    case 'goes_on_resume':
      return <>Goes out once more when this send goes on.</>;
    case 'decide':
      if (fate.mayGoAgain) return <>Waits for you.</>;
      return <>{isTwice ? 'Was to go out twice, and does not go a third time.' : 'Does not go out again.'}</>;
    default:
      return fate satisfies never;
  }
}

function Decide({ line, mayGoAgain }: { line: Line; mayGoAgain: boolean }) {
  return (
    <Form method="post" className="cluster more" preventScrollReset>
      <input type="hidden" name="message" value={line.slug} />
      {mayGoAgain && (
        <Button variant="tiny" name="intent" value="doubt_again">
          Send once more<span className="vh">: {line.personName}</span>
        </Button>
      )}
      <Button variant="tiny" name="intent" value="doubt_arrived">
        Take it as arrived<span className="vh">: {line.personName}</span>
      </Button>
    </Form>
  );
}

function mails(count: number): string {
  return count === 1 ? '1 mail' : `${count} mails`;
}
