import { Form, useActionData } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Choice } from '#app/ui/choice.tsx';
import { Select, TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, FieldGroup } from '#app/ui/field.tsx';
import { PackList } from './pack-list.tsx';
import type { NewSurveyView } from './page.tsx';
import type { action } from './route.tsx';

interface StartSectionProps {
  view: NewSurveyView;
  persona: NonNullable<NewSurveyView['persona']>;
  programme: NonNullable<NewSurveyView['programme']>;
}

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'German' },
];

/** A pack, nothing, or the questions of another survey. */
export function StartSection({ view, persona, programme }: StartSectionProps) {
  const { fieldErrors = {}, values = {} } = useActionData<typeof action>() ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  const start = values.start ?? 'blank';
  return (
    <Form method="post" noValidate key={JSON.stringify(values)} className="start">
      <ErrorSummary faults={faults} />
      <input type="hidden" name="programme" value={programme.slug} />
      <input type="hidden" name="personaId" value={persona.id} />
      <FieldGroup id="start" label="How does it begin?" error={fieldErrors.start}>
        <PackList occasions={view.occasions} plural={persona.plural} start={start} />
        {view.surveys.length > 0 && (
          <div className="pack">
            <Choice
              type="radio"
              name="start"
              value="copy"
              defaultChecked={start === 'copy'}
              label={<b>A copy of another survey</b>}
              help="Its questions and concepts, and what has to be rewritten where it was for somebody else."
            />
            <Field id="copyOf" label="Survey to copy" error={fieldErrors.copyOf}>
              <Select
                name="copyOf"
                prompt="Choose a survey"
                options={view.surveys}
                defaultValue={values.copyOf ?? ''}
              />
            </Field>
          </div>
        )}
        <div className="pack">
          <Choice
            type="radio"
            name="start"
            value="blank"
            defaultChecked={start === 'blank'}
            label={<b>Blank</b>}
            help="Nothing but the persona and the programme."
          />
        </div>
      </FieldGroup>
      <Field
        id="language"
        label="Language it is written in"
        help="A pack comes in both, the other as its translation. A copy keeps its own. More languages are added later."
      >
        <Select name="language" options={LANGUAGES} defaultValue={values.language ?? 'en'} />
      </Field>
      <Field
        id="name"
        label="Name"
        help="For colleagues; respondents do not see it. Left empty, it takes the name of its pack or original."
        error={fieldErrors.name}
      >
        <TextInput name="name" defaultValue={values.name} autoComplete="off" maxLength={80} />
      </Field>
      <p className="cluster form-foot">
        <Button variant="primary">Write the questions</Button>
      </p>
    </Form>
  );
}
