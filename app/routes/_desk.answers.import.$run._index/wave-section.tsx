import { CONFIDENTIALITIES } from '#app/programme/confidentiality.ts';
import { PROMISE_WORDS } from '#app/programme/programme-words.ts';
import { RadioGroup } from '#app/ui/choice.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Faulty, ImportView } from './page.tsx';

const PROMISES = CONFIDENTIALITIES.map((value) => ({
  value,
  label: PROMISE_WORDS[value].name,
  help: `“${PROMISE_WORDS[value].promise}”`,
}));

const ORDERS = [
  { value: 'day_first', label: 'Day first: 1 February is 01/02' },
  { value: 'month_first', label: 'Month first: 1 February is 02/01' },
];

/** Where and when these answers were given, and under which promise. */
export function WaveSection({
  view: { choices },
  faulty: { fieldErrors, values },
}: {
  view: ImportView;
  faulty: Faulty;
}) {
  const wasChosen = choices.targets !== null;
  const promise = values.confidentiality ?? (wasChosen ? choices.confidentiality : undefined);
  const order = values.dateOrder ?? choices.dateOrder ?? undefined;
  return (
    <Section
      title="The wave they belong to"
      lead="The same names again mean the same wave; a row that is in it already is not counted twice."
    >
      <Field
        id="programmeName"
        label="Programme"
        help="Such as “Relationship survey”."
        error={fieldErrors.programmeName}
      >
        <TextInput
          name="programmeName"
          defaultValue={values.programmeName ?? choices.programmeName}
          maxLength={80}
          autoComplete="off"
        />
      </Field>
      <Field id="waveName" label="Wave" help="Such as “Spring 2024”." error={fieldErrors.waveName}>
        <TextInput
          name="waveName"
          defaultValue={values.waveName ?? choices.waveName}
          maxLength={80}
          autoComplete="off"
        />
      </Field>
      <Field
        id="answeredOn"
        label="Answered on"
        help="Only where no column holds the date."
        error={fieldErrors.answeredOn}
      >
        <TextInput
          type="date"
          name="answeredOn"
          defaultValue={values.answeredOn ?? choices.answeredOn ?? ''}
        />
      </Field>
      {(fieldErrors.dateOrder || order) && (
        <RadioGroup
          id="dateOrder"
          name="dateOrder"
          label="Dates such as 01/02/2024"
          options={ORDERS}
          error={fieldErrors.dateOrder}
          {...(order ? { defaultValue: order } : {})}
        />
      )}
      <RadioGroup
        id="confidentiality"
        name="confidentiality"
        label="What they were promised when they answered"
        options={PROMISES}
        error={fieldErrors.confidentiality}
        {...(promise ? { defaultValue: promise } : {})}
      />
    </Section>
  );
}
