import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { NoProgramme } from '#app/programme/no-programme.tsx';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice.tsx';
import { Select, TextArea, TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { Steps } from '#app/ui/steps.tsx';
import { ImportReport } from './report.tsx';
import type { action, loader } from './route.tsx';

export function ImportSurveyPage() {
  const { programmes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const carried = answer?.carried ?? null;
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/surveys">Surveys</Link>
            <span>Bring one</span>
          </>
        }
        title="Bring a survey"
        lead="From SurveyJS, Qualtrics, Formbricks or another Rolecall. Nothing is written before you have seen what comes in."
      />
      <Steps steps={['File', 'What comes in', 'Draft']} current={carried ? 1 : 0} />
      {programmes.length === 0 ? <NoProgramme /> : carried ? <WhatComesIn /> : <ChooseFile />}
    </>
  );
}

type Values = Record<string, string | undefined>;
type Faults = Record<string, string | undefined>;

function useAnswer(): { values: Values; fieldErrors: Faults } {
  const { values = {}, fieldErrors = {} } = useActionData<typeof action>() ?? {};
  return { values, fieldErrors };
}

function Faults({ of }: { of: Faults }) {
  const faults = Object.entries(of).flatMap(([field, message]) => (message ? [{ field, message }] : []));
  return <ErrorSummary faults={faults} />;
}

function ChooseFile() {
  const { values, fieldErrors } = useAnswer();
  const isReading = useNavigation().state === 'submitting';
  return (
    <>
      <Form method="post" encType="multipart/form-data" noValidate className="after">
        <Faults of={fieldErrors} />
        <Field
          id="file"
          label="File"
          help="The survey itself, not its answers: a .qsf from Qualtrics, a .json from the others. Up to 5 MB."
          error={fieldErrors.file}
        >
          <TextInput type="file" name="file" accept=".qsf,.json,application/json" />
        </Field>
        <Field id="text" label="Or paste it">
          <TextArea name="text" rows={4} spellCheck={false} autoComplete="off" />
        </Field>
        <WhomFor values={values} fieldErrors={fieldErrors} />
        <p className="form-foot">
          <Button variant="primary">{isReading ? 'Reading the file' : 'Read the file'}</Button>
        </p>
      </Form>
      <WhatToKnow />
    </>
  );
}

function WhomFor({ values, fieldErrors }: { values: Values; fieldErrors: Faults }) {
  const { programmes, personas } = useLoaderData<typeof loader>();
  const only = programmes.length === 1 ? programmes[0]!.value : '';
  return (
    <>
      <Field id="programme" label="Programme" error={fieldErrors.programme}>
        <Select
          name="programme"
          prompt="Choose a programme"
          options={programmes}
          defaultValue={values.programme ?? only}
        />
      </Field>
      <RadioGroup
        id="personaId"
        label="For whom?"
        name="personaId"
        options={personas.map((persona) => ({
          value: persona.id,
          label: <PersonaName {...laneIdentity(persona)} name={persona.plural} />,
          help: persona.definition,
        }))}
        error={fieldErrors.personaId}
        {...(values.personaId ? { defaultValue: values.personaId } : {})}
      />
    </>
  );
}

function WhatToKnow() {
  return (
    <Section title="What to know">
      <ul className="plain small">
        <li>No file knows whom its questions suit. You say it, for good.</li>
        <li>A question says which line of the purpose it serves before it is published. That stays open.</li>
        <li>A scale is never turned into another. What has no place here is named, not bent.</li>
        <li>Answers come in elsewhere: under Answers, Import.</li>
      </ul>
    </Section>
  );
}

function WhatComesIn() {
  const { carried } = useActionData<typeof action>()!;
  const { values, fieldErrors } = useAnswer();
  return (
    <>
      <ImportReport report={carried!.report} from={carried!.from} />
      <Section title="Open it as a draft" lead="Everything can still be changed there.">
        <Form method="post" encType="multipart/form-data" noValidate>
          <Faults of={fieldErrors} />
          <input type="hidden" name="step" value="bring" />
          <input type="hidden" name="from" value={carried!.from} />
          <input type="hidden" name="document" value={carried!.document} />
          <input type="hidden" name="report" value={JSON.stringify(carried!.report)} />
          <Field
            id="name"
            label="Name"
            help="For colleagues; respondents do not see it."
            error={fieldErrors.name}
          >
            <TextInput name="name" defaultValue={values.name} autoComplete="off" required maxLength={80} />
          </Field>
          <Field
            id="language"
            label="Language it is written in"
            help="A tag such as en, de or pt-BR."
            error={fieldErrors.language}
          >
            <TextInput
              name="language"
              defaultValue={values.language}
              autoComplete="off"
              required
              maxLength={35}
            />
          </Field>
          <WhomFor values={values} fieldErrors={fieldErrors} />
          <p className="cluster form-foot">
            <Button variant="primary">Open as a draft</Button>
            <Link to="/surveys/import">Another file</Link>
          </p>
        </Form>
      </Section>
    </>
  );
}
