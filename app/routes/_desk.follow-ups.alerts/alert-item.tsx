import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Button } from '#app/ui/button.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { When } from '#app/ui/time.tsx';
import type { AlertsView } from './page.tsx';

type Alert = AlertsView['unseen'][number];

/** One alert: whose, what, by which rule, and what to do about it. */
export function AlertItem({ alert, view }: { alert: Alert; view: AlertsView }) {
  const { slug, what, personaId, ruleName, followUp, seenAt } = alert;
  const persona = view.personas.find(({ id }) => id === personaId)!;
  return (
    <li>
      <p>
        <PersonaName {...laneIdentity(persona)} name={persona.name} />: {ruleName}
      </p>
      <p className="small">{what}</p>
      <Who alert={alert} />
      <p className="by">
        Raised on <When at={alert.raisedAt} zone={view.zone} locale="en-GB" precision="minute" />
        {', '}
        <Link to={`/programmes/${alert.programme}/alerts`}>{alert.programmeName}</Link>
        <Seen alert={alert} zone={view.zone} />
      </p>
      <p className="held-acts small">
        {seenAt === null && (
          <Button variant="tiny" name="alert" value={slug}>
            Mark as seen
            <span className="vh">: {what}</span>
          </Button>
        )}
        <Link to={followUp}>
          Open a follow-up about it
          <span className="vh">: {what}</span>
        </Link>
      </p>
    </li>
  );
}

function Who({ alert: { person, personName, account, accountName } }: { alert: Alert }) {
  if (!person && !account) return null;
  return (
    <p className="small">
      {person && (
        <Link to={`/people/${person}`}>
          <bdi>{personName}</bdi>
        </Link>
      )}
      {person && account && ', '}
      {account && <Link to={`/accounts/${account}`}>{accountName}</Link>}
    </p>
  );
}

function Seen({ alert: { seenAt, seenByName }, zone }: { alert: Alert; zone: string }) {
  if (seenAt === null) return null;
  return (
    <>
      {`, seen by ${seenByName ?? 'a member'} on `}
      <When at={seenAt} zone={zone} locale="en-GB" precision="minute" />
    </>
  );
}
