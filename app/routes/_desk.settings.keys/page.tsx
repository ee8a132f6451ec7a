import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { When } from '#app/ui/time.tsx';
import { NewKeyForm } from './new-key-form.tsx';
import type { action, loader } from './route.tsx';

const HEAD = [
  { label: 'Name' },
  { label: 'Scopes' },
  { label: 'Made by' },
  { label: 'Last used' },
  { label: 'What you can do', hidden: true },
];

type ListedKey = ReturnType<typeof useLoaderData<typeof loader>>['keys'][number];

export function KeysPage() {
  const { keys } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const faulty = answered?.kind === 'faulty' ? answered : undefined;
  return (
    <>
      <PageHead
        title="API keys"
        lead="With a key another program reads and writes what its scopes allow, in this workspace only."
      />
      {answered?.kind === 'created' && <NewToken name={answered.name} token={answered.token} />}
      {keys.length > 0 && (
        <DataTable
          caption="Keys, newest first"
          captionHidden
          head={HEAD}
          rows={keys.map((key) => ({ key: key.slug, cells: cellsOf(key) }))}
        />
      )}
      <NewKeyForm
        key={answered?.kind === 'created' ? answered.token : 'new'}
        fieldErrors={faulty?.fieldErrors ?? {}}
        values={faulty?.values ?? {}}
      />
    </>
  );
}

function NewToken({ name, token }: { name: string; token: string }) {
  return (
    <Notice
      heading={`The key “${name}” is ready`}
      sentence="Copy it now: this is the only time it is shown. Only a hash of it is kept."
    >
      <code className="secret">{token}</code>
    </Notice>
  );
}

function cellsOf({ slug, name, scopes, createdBy, usedAt, revokedAt }: ListedKey) {
  return [
    name,
    scopes.join(', '),
    createdBy,
    usedAt ? <When key="used" at={usedAt} zone="UTC" locale="en-GB" precision="minute" /> : 'Never',
    revokedAt ? (
      <span key="revoked" className="note">
        Revoked
      </span>
    ) : (
      <Revoke key="revoke" slug={slug} name={name} />
    ),
  ];
}

function Revoke({ slug, name }: { slug: string; name: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="key" value={slug} />
      <Button variant="tiny" name="intent" value="revoke">
        Revoke<span className="vh"> {name}, for good</span>
      </Button>
    </Form>
  );
}
