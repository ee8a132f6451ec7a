import { Form, Link } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Choice, RadioGroup } from '#app/ui/choice.tsx';
import { Select, TextInput } from '#app/ui/control.tsx';
import { Field, FieldGroup } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { SendView } from './page.tsx';

type Course = NonNullable<SendView['course']>;

/** What was refused: as it was typed, with a sentence for each field to mend. */
interface Refused {
  values: Readonly<Partial<Record<string, string>>>;
  fieldErrors: Readonly<Partial<Record<string, string>>>;
}

interface FormProps {
  course: Course;
  refused: Refused | null;
}

/** When the mails go and how the silent are reminded; saved by itself, before or after the send. */
export function CourseSection({ course, refused }: FormProps) {
  return (
    <Section id="course" title="When it goes out" lead={leadOf(course)}>
      <details open={refused !== null}>
        <summary className="small">Change when it goes and how it reminds</summary>
        <Form method="post" className="more" preventScrollReset key={JSON.stringify([course, refused])}>
          {course.startedAt === null && <Begins course={course} refused={refused} />}
          <FieldGroup label="By whose clock">
            <Choice
              type="checkbox"
              name="in_hours"
              value="1"
              defaultChecked={refused ? refused.values.in_hours !== undefined : course.inHours}
              label="In working hours where each person is"
              help={
                <>
                  {hoursInWords(course)}, by their own clock; {course.hours.timeZone} where we don’t know it.{' '}
                  <Link to="/settings/asking">Change the hours</Link>
                </>
              }
            />
          </FieldGroup>
          <Reminders course={course} refused={refused} />
          <Button name="intent" value="course">
            Save
          </Button>
        </Form>
      </details>
    </Section>
  );
}

function Reminders({ course, refused }: FormProps) {
  return (
    <div className="filters">
      <Field label="Remind the silent" error={refused?.fieldErrors.reminders}>
        <Select
          name="reminders"
          defaultValue={refused?.values.reminders ?? String(course.reminders)}
          options={[
            { value: '0', label: 'Never' },
            { value: '1', label: 'Once' },
            { value: '2', label: 'Twice' },
          ]}
        />
      </Field>
      <Field label="After how many days" error={refused?.fieldErrors.remind_after}>
        <TextInput
          name="remind_after"
          inputMode="numeric"
          size={4}
          defaultValue={refused?.values.remind_after ?? String(course.remindAfterDays)}
        />
      </Field>
    </div>
  );
}

function Begins({ course, refused }: FormProps) {
  return (
    <>
      <RadioGroup
        label="It begins"
        name="begins"
        defaultValue={refused?.values.begins ?? (course.sendAt === null ? 'now' : 'later')}
        options={[
          { value: 'now', label: 'As soon as it is sent' },
          {
            value: 'later',
            label: 'Later',
            help: 'Whom it asks is settled when you press send. More than six hours late, it waits for you.',
          },
        ]}
      />
      <Field label={`Day and time, ${course.hours.timeZone}`} error={refused?.fieldErrors.begins_at}>
        <TextInput
          type="datetime-local"
          name="begins_at"
          defaultValue={refused?.values.begins_at ?? course.beginsAt}
        />
      </Field>
    </>
  );
}

function leadOf(course: Course) {
  const { sendAt, startedAt, inHours, hours } = course;
  return (
    <>
      {startedAt === null && sendAt === null && 'As soon as it is sent. '}
      {startedAt === null && sendAt !== null && (
        <>
          It begins on <When at={sendAt} zone={hours.timeZone} locale="en-GB" precision="minute" />.{' '}
        </>
      )}
      {inHours && 'Each person gets it in working hours where they are. '}
      {remindersInWords(course)}
    </>
  );
}

function remindersInWords({ reminders, remindAfterDays }: Course): string {
  if (reminders === 0) return 'Nobody is reminded.';
  const days = `${remindAfterDays} days`;
  return reminders === 1
    ? `Whoever has said nothing after ${days} gets one reminder.`
    : `Whoever has said nothing gets a reminder after ${days}, and a last one ${days} later.`;
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function hoursInWords({ hours }: Course): string {
  const days = hours.weekdays.map((day) => DAYS[day - 1]);
  const isRun = hours.weekdays.every((day, i) => i === 0 || day === hours.weekdays[i - 1]! + 1);
  const span = isRun && days.length > 2 ? `${days[0]} to ${days.at(-1)}` : days.join(', ');
  return `${span}, ${clock(hours.from)} to ${clock(hours.to)}`;
}

function clock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
