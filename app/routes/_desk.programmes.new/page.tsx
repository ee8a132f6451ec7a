import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { CONFIDENTIALITIES } from '#app/programme/confidentiality.ts';
import { IN_DOUBT_RULES, IN_DOUBT_WORDS } from '#app/programme/in-doubt.ts';
import { PROMISE_WORDS } from '#app/programme/programme-words.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { action, loader } from './route.tsx';

export function NewProgrammePage() {
  const { memberName } = useLoaderData<typeof loader>();
  const { fieldErrors = {}, values = {} } = useActionData<typeof action>() ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <>
      <PageHead
        crumb={<Link to="/programmes">Programmes</Link>}
        title="New programme"
        lead="What every send of it has in common. Why each persona is asked comes next."
      />
      <Form method="post" noValidate key={JSON.stringify(values)}>
        <ErrorSummary faults={faults} />
        <Field
          id="name"
          label="Name"
          help="Colleagues and results know it by this name."
          error={fieldErrors.name}
        >
          <TextInput name="name" defaultValue={values.name} autoComplete="off" required maxLength={80} />
        </Field>
        <Field
          id="senderName"
          label="Mail comes from"
          help="A person’s name, as it stands in the inbox."
          error={fieldErrors.senderName}
        >
          <TextInput
            name="senderName"
            defaultValue={values.senderName ?? memberName}
            autoComplete="off"
            required
            maxLength={80}
          />
        </Field>
        <RadioGroup
          id="confidentiality"
          label="What respondents are promised"
          name="confidentiality"
          help="Fixed from here on: a promise is not taken back."
          options={CONFIDENTIALITIES.map((value) => ({
            value,
            label: PROMISE_WORDS[value].name,
            help: `“${PROMISE_WORDS[value].promise}”`,
          }))}
          error={fieldErrors.confidentiality}
          {...(values.confidentiality ? { defaultValue: values.confidentiality } : {})}
        />
        <RadioGroup
          id="inDoubt"
          label="When nobody knows whether a mail arrived"
          name="inDoubt"
          help="Happens to a handful at most, when a server stops in the very moment of sending."
          options={IN_DOUBT_RULES.map((value) => ({
            value,
            label: IN_DOUBT_WORDS[value].name,
            help: IN_DOUBT_WORDS[value].help,
          }))}
          error={fieldErrors.inDoubt}
          defaultValue={values.inDoubt ?? 'resend_once'}
        />
        <p className="cluster form-foot">
          <Button variant="primary">Start the programme</Button>
        </p>
      </Form>
    </>
  );
}
