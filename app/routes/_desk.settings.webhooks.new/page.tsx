import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { EndpointFields } from '#app/followup/hook/endpoint/endpoint-fields.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { action, loader } from './route.tsx';

export function NewWebhookPage() {
  const answered = useActionData<typeof action>();
  return (
    <>
      <PageHead crumb={<Link to="/settings/webhooks">Webhooks</Link>} title="New webhook" />
      {answered?.kind === 'created' ? <Made slug={answered.slug} secret={answered.secret} /> : <NewForm />}
    </>
  );
}

function Made({ slug, secret }: { slug: string; secret: string | null }) {
  return (
    <Notice
      heading="The webhook is ready"
      sentence={
        secret === null
          ? 'It writes to the chat as soon as something happens.'
          : 'Copy its secret now: this is the only time it is shown. With it your receiver proves that an event came from here.'
      }
      foot={<ButtonLink to={`/settings/webhooks/${slug}`}>Go on, and send a test</ButtonLink>}
    >
      {secret !== null && <code className="secret">{secret}</code>}
    </Notice>
  );
}

function NewForm() {
  const { kinds } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const faulty = answered?.kind === 'faulty' ? answered : undefined;
  const { fieldErrors = {}, values = {}, ticked = [] } = faulty ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <Form method="post" noValidate key={JSON.stringify([values, ticked])}>
      <ErrorSummary faults={faults} />
      <EndpointFields
        values={{
          ...{ url: values.url ?? '', description: values.description ?? '', kinds: ticked },
          ...{ format: values.format ?? 'standard', carriesNames: values.carriesNames === 'yes' },
        }}
        fieldErrors={fieldErrors}
        kinds={kinds}
        choosesFormat
      />
      <p className="cluster form-foot">
        <Button variant="primary">Make the webhook</Button>
      </p>
    </Form>
  );
}
