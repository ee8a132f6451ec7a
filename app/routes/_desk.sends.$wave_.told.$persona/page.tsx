import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { inSentence } from '#app/persona/persona.ts';
import { sayDebt } from '#app/programme/told/debt.ts';
import { toldHeadings } from '#app/programme/told/told.ts';
import { Button } from '#app/ui/button.tsx';
import { Choice } from '#app/ui/choice.tsx';
import { TextArea } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { AnsweredSection } from './answered-section.tsx';
import { LetterSection } from './letter-section.tsx';
import type { action, loader } from './route.tsx';
import { SentSection } from './sent-section.tsx';

export type ToldView = ReturnType<typeof useLoaderData<typeof loader>>;
export type ToldSaid = ReturnType<typeof useActionData<typeof action>>;

export function ToldPage() {
  const view = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const { wave, persona } = view;
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/sends">Sends</Link>
            <Link to={`/sends/${wave.slug}`}>{wave.name}</Link>
          </>
        }
        title={`What came of it, for ${inSentence(persona.plural)}`}
        lead={leadOf(view)}
      />
      {said && <Notice heading={said.heading} sentence={said.sentence} />}
      <SentSection view={view} />
      <AnsweredSection view={view} />
      {isToBeWritten(view) ? (
        <Form method="post" noValidate>
          <Writing view={view} said={said} />
          <LetterSection view={view} />
        </Form>
      ) : (
        <p className="small quiet after">Whoever answers from now on is owed the next letter.</p>
      )}
    </>
  );
}

function isToBeWritten({ debt, draft, sent }: ToldView): boolean {
  return sent.length === 0 || draft.revision > 0 || debt.owed > 0;
}

function leadOf({ debt, persona }: ToldView): string {
  if (debt.heard === 0) return `No ${inSentence(persona.name)} has answered yet.`;
  if (debt.owed === 0) return 'Everybody who answered has been told.';
  return sayDebt(debt, debt);
}

function Writing({ view: { draft, persona, sent }, said }: { view: ToldView; said: ToldSaid }) {
  const headings = toldHeadings(persona.plural);
  const isSaving = useNavigation().state === 'submitting';
  const { fieldErrors = {}, values } = said ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  const typed = (name: 'heard' | 'willDo' | 'willNot') => values?.[name] ?? draft[name];
  return (
    <Section
      title={sent.length > 0 ? 'A letter to whoever answered since' : 'The letter'}
      lead="In plain words. Everybody of this persona who answered gets the same letter, by name."
    >
      <ErrorSummary faults={faults} />
      <input type="hidden" name="revision" value={said?.revision ?? draft.revision} />
      <Field id="heard" label={headings.heard} error={fieldErrors.heard}>
        <TextArea name="heard" rows={6} defaultValue={typed('heard')} />
      </Field>
      <Field
        id="willDo"
        label={headings.willDo}
        help="What, and by when. It may stay empty where the next one does not."
        error={fieldErrors.willDo}
      >
        <TextArea name="willDo" rows={6} defaultValue={typed('willDo')} />
      </Field>
      <Field id="willNot" label={headings.willNot} error={fieldErrors.willNot}>
        <TextArea name="willNot" rows={4} defaultValue={typed('willNot')} />
      </Field>
      <Choice
        type="checkbox"
        name="toSilent"
        value="on"
        label="Also to those who were asked and said nothing"
        defaultChecked={values ? 'toSilent' in values : draft.toSilent}
      />
      <p className="cluster form-foot">
        <Button name="intent" value="save">
          {isSaving ? 'Saving' : 'Save, and look at it below'}
        </Button>
      </p>
    </Section>
  );
}
