import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { When } from '#app/ui/time.tsx';
import { ChangeForm } from './change-form.tsx';
import { DeliveryLog } from './delivery-log.tsx';
import { DeleteForm, SecretForms } from './endings.tsx';
import type { action, loader } from './route.tsx';

const SAID: Record<string, string> = {
  changed: 'The webhook was changed. What waits goes out as it says now.',
  tested: 'A test is on its way. Load the page again in a moment to see what came of it.',
  not_on: 'Nothing was sent: the webhook is not on.',
  on: 'The webhook is on. What waits goes out now.',
  off: 'The webhook is off. What happens meanwhile is not kept for it.',
  ended: 'The former secret is ended: only the present one signs.',
  again: 'It is sent again, under the same id.',
  none: 'Nothing was given up since that day.',
};

export type Viewed = ReturnType<typeof useLoaderData<typeof loader>>;

export function WebhookPage() {
  const view = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { endpoint, said } = view;
  const message = said && !answered ? SAID[said] : undefined;
  return (
    <>
      <PageHead
        crumb={<Link to="/settings/webhooks">Webhooks</Link>}
        title={endpoint.description || endpoint.host}
        tools={<Switches view={view} />}
      />
      {message && (
        <p className="said" role="status">
          {message}
        </p>
      )}
      {answered?.kind === 'rotated' && <NewSecret {...answered} />}
      <State endpoint={endpoint} />
      <DeliveryLog view={view} fault={faultOf(answered)} />
      <ChangeForm view={view} />
      {endpoint.format === 'standard' && <SecretForms formerUntil={endpoint.formerUntil} />}
      <DeleteForm host={endpoint.host} />
    </>
  );
}

function faultOf(answered: ReturnType<typeof useActionData<typeof action>>): string | undefined {
  return answered?.kind === 'faulty' ? answered.fieldErrors.since : undefined;
}

function Switches({ view: { endpoint } }: { view: Viewed }) {
  const to = endpoint.state === 'on' ? 'off' : 'on';
  return (
    <Form method="post" className="cluster">
      {endpoint.state === 'on' && (
        <Button name="intent" value="test">
          Send a test
        </Button>
      )}
      <Button name="intent" value={to}>
        {to === 'on' ? 'Switch on' : 'Switch off'}
      </Button>
    </Form>
  );
}

function NewSecret({ secret, formerUntil }: { secret: string; formerUntil: number }) {
  return (
    <Notice
      heading="The new secret signs from now on"
      sentence={
        <>
          Copy it now: this is the only time it is shown. The former one signs beside it until{' '}
          <When at={formerUntil} zone="UTC" locale="en-GB" precision="minute" />.
        </>
      }
    >
      <code className="secret">{secret}</code>
    </Notice>
  );
}

function State({ endpoint }: { endpoint: Viewed['endpoint'] }) {
  const { state, disabledWhy, failingSince, format, carriesNames, createdAt } = endpoint;
  const words = { on: 'On', off: 'Off: nothing is kept for it', disabled: 'Disabled' }[state];
  const facts = [
    { term: 'State', value: words },
    { term: 'Goes to', value: endpoint.host },
    { term: 'Format', value: format === 'slack' ? 'Text for a chat' : 'JSON, signed' },
    { term: 'Names and words', value: carriesNames ? 'Sent' : 'Not sent' },
    { term: 'Made', value: <When key="made" at={createdAt} zone="UTC" locale="en-GB" /> },
  ];
  return (
    <>
      {disabledWhy !== null && (
        <Notice
          heading="Nothing is sent here any more"
          sentence={`${disabledWhy} What happens is kept for thirty days. Once the receiver works again, switch it on: what it missed is sent first.`}
        />
      )}
      {disabledWhy === null && failingSince !== null && (
        <p className="small" role="status">
          It has taken nothing since <When at={failingSince} zone="UTC" locale="en-GB" precision="minute" />.
          What waits behind the first that failed goes out once that one is taken or given up.
        </p>
      )}
      <Facts facts={facts} />
    </>
  );
}
