import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { LEAST_REST_DAYS } from '#app/programme/asking/asking-rules.ts';
import { MOST_OWED_PERCENT } from '#app/programme/told/debt.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup } from '#app/ui/choice.tsx';
import { TextArea, TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import type { action, loader } from './route.tsx';

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const CAPS = [
  {
    name: 'restDays',
    label: 'Days before a person is asked again',
    help: `In another send, whichever programme it belongs to. At least ${LEAST_REST_DAYS}.`,
  },
  {
    name: 'roleRestDays',
    label: 'Days before the same role is asked again',
    help: `Where somebody holds several roles, each of them rests as well. At least ${LEAST_REST_DAYS}.`,
  },
  {
    name: 'accountWeek',
    label: 'People of one account asked within seven days',
    help: 'The others wait for the next week. Leave it empty for any number.',
  },
] as const;

type Typed = Partial<Record<string, string>>;

export function AskingRulesPage() {
  const { rules, saved } = useLoaderData<typeof loader>();
  const { fieldErrors = {}, values = {}, ticked = null } = useActionData<typeof action>() ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  const typed: Typed = values;
  return (
    <>
      <PageHead
        title="When people are asked"
        lead="These hold for every send, also for those that are going, and are looked at again before each mail leaves."
      />
      <Form method="post" noValidate>
        <ErrorSummary faults={faults} />
        <Section title="How often" lead="So that no two sends ask the same people one after the other.">
          {CAPS.map(({ name, label, help }) => (
            <Field key={name} id={name} label={label} help={help} error={fieldErrors[name]}>
              <TextInput
                name={name}
                inputMode="numeric"
                size={6}
                defaultValue={typed[name] ?? String(rules[name] ?? '')}
              />
            </Field>
          ))}
        </Section>
        <Section
          title="Answering before asking again"
          lead="Whoever answered is owed word of what came of it, by the day their purpose promises."
        >
          <Field
            id="debtPercent"
            label="Of a hundred respondents, how many may still be owed it"
            help={`After the day promised, more than that holds up the next send to that persona in that programme. At most ${MOST_OWED_PERCENT}; it cannot be switched off.`}
            error={fieldErrors.debtPercent}
          >
            <TextInput
              name="debtPercent"
              inputMode="numeric"
              size={6}
              defaultValue={typed.debtPercent ?? String(rules.debtPercent)}
            />
          </Field>
        </Section>
        <Section title="Working hours" lead="For sends that keep to them, by the clock of each person.">
          <Hours errors={fieldErrors} typed={typed} ticked={ticked} />
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

function Hours({ errors, typed, ticked }: { errors: Typed; typed: Typed; ticked: string[] | null }) {
  const { rules } = useLoaderData<typeof loader>();
  return (
    <>
      <Field id="hoursFrom" label="From" error={errors.hoursFrom}>
        <TextInput name="hoursFrom" size={6} defaultValue={typed.hoursFrom ?? clock(rules.hoursFrom)} />
      </Field>
      <Field id="hoursTo" label="To" help="24:00 is the end of the day." error={errors.hoursTo}>
        <TextInput name="hoursTo" size={6} defaultValue={typed.hoursTo ?? clock(rules.hoursTo)} />
      </Field>
      <CheckboxGroup
        id="weekdays"
        label="On"
        name="weekdays"
        error={errors.weekdays}
        options={WEEK.map((label, i) => ({ value: String(i + 1), label }))}
        defaultValues={ticked ?? rules.weekdays.map(String)}
      />
      <Field
        id="timeZone"
        label="Time zone of people whose own we don’t know"
        help="Such as Europe/Oslo. Sends for later begin by it."
        error={errors.timeZone}
      >
        <TextInput name="timeZone" defaultValue={typed.timeZone ?? rules.timeZone} />
      </Field>
      <Field
        id="quietDays"
        label="Quiet days"
        help="Nobody is written to on them, whatever the send: holidays, the day of your own outage. One to a line, such as 2026-12-25."
        error={errors.quietDays}
      >
        <TextArea name="quietDays" rows={5} defaultValue={typed.quietDays ?? rules.quietDays.join('\n')} />
      </Field>
    </>
  );
}

function clock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
