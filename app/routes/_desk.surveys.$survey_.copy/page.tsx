import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { withArticle } from '#app/survey/compare/mismatch.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice.tsx';
import { Select, TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { FitList } from './fit-list.tsx';
import type { action, loader } from './route.tsx';

export type CopyView = ReturnType<typeof useLoaderData<typeof loader>>;

export function CopySurveyPage() {
  const view = useLoaderData<typeof loader>();
  const { original, slug, wanted, made } = view;
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/surveys">Surveys</Link>
            <Link to={`/surveys/${slug}`}>{original.name}</Link>
          </>
        }
        title={`Copy “${original.name}”`}
        lead={`It is for ${original.persona.plural} and stays so. A copy keeps the questions and their concepts, to be rewritten for somebody else.`}
      />
      {made ? <Made made={made} slug={slug} /> : <ChooseWhom view={view} />}
      {!made && wanted && <Plan view={view} wanted={wanted} />}
    </>
  );
}

/** Whom, by address: the page says what would have to be rewritten before anything is made. */
function ChooseWhom({ view }: { view: CopyView }) {
  const { personas, programmes, programme, wanted, wasSent, original } = view;
  const nobody: Record<string, string> =
    wasSent && !wanted ? { personaId: 'Choose whom the copy is for.' } : {};
  const fieldErrors = useActionData<typeof action>()?.fieldErrors ?? nobody;
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <Form method="get" key={`${wanted?.id} ${programme}`}>
      <ErrorSummary faults={faults} />
      <RadioGroup
        id="personaId"
        label="For whom is the copy?"
        name="persona"
        options={personas.map((persona) => ({
          value: persona.id,
          label: <PersonaName {...laneIdentity(persona)} name={persona.plural} />,
          help:
            persona.id === original.persona.id
              ? 'The same persona, for another programme.'
              : persona.definition,
        }))}
        error={fieldErrors.personaId}
        {...(wanted ? { defaultValue: wanted.id } : {})}
      />
      <Field id="programme" label="Programme" error={fieldErrors.programme}>
        <Select name="programme" options={programmes} defaultValue={programme} />
      </Field>
      <p className="cluster form-foot">
        <Button variant={wanted ? 'outline' : 'primary'}>See how the questions fit</Button>
      </p>
    </Form>
  );
}

function Plan({ view, wanted }: { view: CopyView; wanted: NonNullable<CopyView['wanted']> }) {
  const { mismatch, lines, programme } = view;
  const { fieldErrors = {}, values = {} } = useActionData<typeof action>() ?? {};
  return (
    <Section title={`How its questions fit ${wanted.plural}`}>
      {mismatch && <p className="said">{mismatch}</p>}
      <FitList lines={lines} persona={wanted} />
      <Form method="post" noValidate key={JSON.stringify(values)}>
        <input type="hidden" name="personaId" value={wanted.id} />
        <input type="hidden" name="programme" value={programme} />
        <Field
          id="name"
          label="Name of the copy"
          help="For colleagues; respondents do not see it."
          error={fieldErrors.name}
        >
          <TextInput
            name="name"
            defaultValue={values.name ?? nameOfCopy(view, wanted)}
            autoComplete="off"
            required
            maxLength={80}
          />
        </Field>
        <p className="cluster form-foot">
          <Button variant="primary">Copy it as {withArticle(wanted.name)} set</Button>
        </p>
      </Form>
    </Section>
  );
}

function nameOfCopy({ original }: CopyView, wanted: { id: string; plural: string }): string {
  const name =
    wanted.id === original.persona.id ? `Copy of ${original.name}` : `${original.name}, for ${wanted.plural}`;
  return name.slice(0, 80);
}

function Made({ made, slug }: { made: NonNullable<CopyView['made']>; slug: string }) {
  const { survey, lines } = made;
  const open = lines.filter(({ fit }) => fit.kind === 'assumes').length;
  return (
    <>
      <Notice
        heading={`“${survey.name}” is a draft for ${survey.persona.plural}`}
        sentence={sayOpen(open)}
        foot={
          <p className="cluster">
            <ButtonLink variant="primary" to={`/surveys/${made.slug}`}>
              Open the copy
            </ButtonLink>
            <Link to={`/surveys/${slug}/copy`}>Copy it for somebody else</Link>
          </p>
        }
      />
      <Section title="What is left to rewrite">
        <FitList lines={lines} persona={survey.persona} to={`/surveys/${made.slug}`} />
      </Section>
    </>
  );
}

function sayOpen(open: number): string {
  if (open === 0) return 'No question says that it assumes other work. Read them through before you publish.';
  const questions = open === 1 ? 'One question' : `${open} questions`;
  return `${questions} must be rewritten before it can go out. Nothing was changed in the original.`;
}
