import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { NoProgramme } from '#app/programme/no-programme.tsx';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice.tsx';
import { Select } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Steps } from '#app/ui/steps.tsx';
import type { action, loader } from './route.tsx';
import { StartSection } from './start-section.tsx';
import { WhySection } from './why-section.tsx';

export type NewSurveyView = ReturnType<typeof useLoaderData<typeof loader>>;

export function NewSurveyPage() {
  const view = useLoaderData<typeof loader>();
  const { programmes, programme, persona, why } = view;
  const isChosen = persona !== null && programme !== null && why !== null;
  return (
    <>
      <PageHead
        crumb={<Link to="/surveys">Surveys</Link>}
        title="New survey"
        lead="For one persona, for good: questions written for buyers are not put to end-users."
      />
      {programmes.length > 0 && (
        <Steps steps={['For whom', 'Why, and how it begins']} current={isChosen ? 1 : 0} />
      )}
      {programmes.length === 0 && <NoProgramme />}
      {programmes.length > 0 && !isChosen && <ForWhomForm view={view} />}
      {isChosen && (
        <>
          <WhySection persona={persona} programme={programme} why={why} />
          <StartSection view={view} persona={persona} programme={programme} />
        </>
      )}
    </>
  );
}

function stillToChoose({ wasSent, persona, programme }: NewSurveyView): Record<string, string> {
  if (!wasSent) return {};
  return {
    ...(!persona && { personaId: 'Choose the one persona that these questions are for.' }),
    ...(!programme && { programme: 'Choose the programme that this survey serves.' }),
  };
}

/** By address: the next step can be copied to a colleague. */
function ForWhomForm({ view }: { view: NewSurveyView }) {
  const { personas, programmes, persona, programme } = view;
  const fieldErrors = useActionData<typeof action>()?.fieldErrors ?? stillToChoose(view);
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <Form method="get">
      <input type="hidden" name="go" value="on" />
      <ErrorSummary faults={faults} />
      <RadioGroup
        id="personaId"
        label="For whom?"
        name="persona"
        options={personas.map((one) => ({
          value: one.id,
          label: <PersonaName {...laneIdentity(one)} name={one.plural} />,
          help: one.definition,
        }))}
        error={fieldErrors.personaId}
        {...(persona ? { defaultValue: persona.id } : {})}
      />
      <Field id="programme" label="In which programme?" error={fieldErrors.programme}>
        <Select
          name="programme"
          prompt="Choose a programme"
          options={programmes}
          defaultValue={programme?.slug ?? ''}
        />
      </Field>
      <p className="cluster form-foot">
        <Button variant="primary">Go on</Button>
      </p>
    </Form>
  );
}
