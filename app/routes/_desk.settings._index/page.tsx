import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { LOOSEST } from '#app/membership/workspace-settings.ts';
import { Button } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import type { action, loader } from './route.tsx';

const THRESHOLDS = [
  {
    name: 'showAnswers',
    label: 'Answers before a score is shown',
    help: `At least ${LOOSEST.showAnswers}. Below it each answer is drawn as a dot.`,
  },
  {
    name: 'showAccounts',
    label: 'Accounts these answers come from',
    help: `At least ${LOOSEST.showAccounts}, so that one account is never read as everybody.`,
  },
  {
    name: 'compareAnswers',
    label: 'Answers in each wave before two waves are compared',
    help: `At least ${LOOSEST.compareAnswers}. With fewer the answer is “can’t tell”.`,
  },
  {
    name: 'roleReviewDays',
    label: 'Days after which a role is asked about again',
    help: `At most ${LOOSEST.roleReviewDays}: in half a year more than one person in ten has moved on.`,
  },
] as const;

export function WorkspaceSettingsPage() {
  const { settings, saved, lost } = useLoaderData<typeof loader>();
  const { fieldErrors = {}, values = {} } = useActionData<typeof action>() ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <>
      <PageHead title="Workspace" />
      {lost && <LostSuppressions {...lost} />}
      <Form method="post" noValidate>
        <ErrorSummary faults={faults} />
        <Field
          id="name"
          label="Name"
          help="The people you ask read it as the one who asks."
          error={fieldErrors.name}
        >
          <TextInput name="name" defaultValue={values.name ?? settings.name} required />
        </Field>
        <Section
          title="When a number may be shown"
          lead="Each of these can only be made stricter. A looser one would show chance as a finding, or one person’s answer as everybody’s, and whoever reads the number couldn’t see it."
        >
          {THRESHOLDS.map(({ name, label, help }) => (
            <Field key={name} id={name} label={label} help={help} error={fieldErrors[name]}>
              <TextInput
                name={name}
                inputMode="numeric"
                size={6}
                defaultValue={values[name] ?? settings[name]}
              />
            </Field>
          ))}
        </Section>
        <p className="cluster form-foot">
          <Button variant="primary">Save</Button>
          {saved && faults.length === 0 && (
            <span className="saved" role="status">
              Saved.
            </span>
          )}
        </p>
      </Form>
    </>
  );
}

function LostSuppressions({
  entries,
  present,
  former,
}: Record<'present' | 'former', string> & { entries: number }) {
  return (
    <Notice
      heading={
        entries === 1
          ? 'One person who must not be written to is not recognised'
          : `${entries} entries of people who must not be written to are not recognised`
      }
      sentence={`They were written down under a secret that this server no longer has, so those people could be written to again. Put the secret that ${present} had then into ${former} and start again, before the next send.`}
    />
  );
}
