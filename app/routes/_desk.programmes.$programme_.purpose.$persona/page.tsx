import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import { PURPOSE_LABELS } from '#app/programme/purpose/purpose-words.ts';
import { Button } from '#app/ui/button.tsx';
import { TextArea, TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Glyph } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { action, loader } from './route.tsx';
import { RuleFields } from './rule-fields.tsx';

export function PurposePage() {
  const { programme, persona, hasBeenSent } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/programmes">Programmes</Link>
            <Link to={`/programmes/${programme.slug}`}>{programme.name}</Link>
          </>
        }
        title={
          <>
            <Glyph {...laneIdentity(persona)} size={24} />
            Why {inSentence(persona.plural)} are asked
          </>
        }
        lead={`${persona.name}: ${inSentence(persona.definition)} Write this before the questions: what nobody will act on need not be asked.`}
      />
      {hasBeenSent && (
        <p className="dashed measure">
          This programme has been sent. A rule that moves after answers came in is no rule: what it was before
          stays on record.
        </p>
      )}
      <PurposeForm />
    </>
  );
}

type Kept = ReturnType<typeof useLoaderData<typeof loader>>['purpose'];

function typedOf(kept: Kept): Record<string, string> {
  if (!kept) return {};
  const { unknown, decision, decider, decideOn, changeRule, rule, promise, promiseOn } = kept;
  const ruled: Record<string, string> = rule
    ? { bound: rule.bound, side: rule.side, threshold: String(rule.threshold) }
    : {};
  return { unknown, decision, decider, decideOn, changeRule, promise, promiseOn, ...ruled };
}

function PurposeForm() {
  const { persona, purpose } = useLoaderData<typeof loader>();
  const faulty = useActionData<typeof action>();
  const values = faulty?.values ?? typedOf(purpose);
  const errors = faulty?.fieldErrors ?? {};
  const faults = Object.entries(errors).map(([field, message]) => ({ field, message }));
  const text = (name: string) => ({ name, defaultValue: values[name], maxLength: 300, autoComplete: 'off' });
  return (
    <Form method="post" noValidate key={JSON.stringify(values)}>
      <ErrorSummary faults={faults} />
      <Field id="unknown" label={PURPOSE_LABELS.unknown} error={errors.unknown}>
        <TextArea rows={2} {...text('unknown')} />
      </Field>
      <Field id="decision" label={PURPOSE_LABELS.decision} error={errors.decision}>
        <TextArea rows={2} {...text('decision')} />
      </Field>
      <Field id="decider" label={PURPOSE_LABELS.decider} help="One person’s name." error={errors.decider}>
        <TextInput {...text('decider')} />
      </Field>
      <Field id="decideOn" label={PURPOSE_LABELS.decideOn} error={errors.decideOn}>
        <TextInput type="date" name="decideOn" defaultValue={values.decideOn} />
      </Field>
      <Field
        id="changeRule"
        label={PURPOSE_LABELS.changeRule}
        help={`The answer of ${inSentence(persona.plural)} that would make you decide otherwise.`}
        error={errors.changeRule}
      >
        <TextArea rows={2} {...text('changeRule')} />
      </Field>
      <RuleFields values={values} error={errors.rule ?? errors.threshold} />
      <Field
        id="promise"
        label={PURPOSE_LABELS.promise}
        help="They read it when they answer."
        error={errors.promise}
      >
        <TextArea rows={2} {...text('promise')} />
      </Field>
      <Field id="promiseOn" label={PURPOSE_LABELS.promiseOn} error={errors.promiseOn}>
        <TextInput type="date" name="promiseOn" defaultValue={values.promiseOn} />
      </Field>
      <p className="cluster form-foot">
        <Button variant="primary">Save</Button>
        <span className="small quiet">Half of it may stay open; only publishing needs all of it.</span>
      </p>
    </Form>
  );
}
