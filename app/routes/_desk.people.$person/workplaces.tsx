import { Form, Link } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { Faulty, PersonView } from './page.tsx';

type Employment = PersonView['employments'][number];

/** Where the person works and worked. Leaving ends the roles held there and keeps their past. */
export function Workplaces({ view, faulty }: { view: PersonView; faulty: Faulty }) {
  const open = view.employments.filter(({ endedAt }) => endedAt === null);
  const past = view.employments.filter(({ endedAt }) => endedAt !== null);
  return (
    <Section title="Works at">
      <ul className="rows sides">
        {[...open, ...past].map((employment) => (
          <Workplace key={employment.id} employment={employment} />
        ))}
      </ul>
      <AddWorkplace open={open} faulty={faulty} />
    </Section>
  );
}

function Workplace({ employment: { accountSlug, accountName, title, endedAt } }: { employment: Employment }) {
  return (
    <li>
      <span>
        <Link to={`/accounts/${accountSlug}`}>{accountName}</Link>
        {title && <span className="note under">{title}</span>}
      </span>
      {endedAt === null ? (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="account" value={accountSlug} />
          <input type="hidden" name="leftOn" value="" />
          <Button variant="tiny" name="intent" value="leave">
            Left<span className="vh"> {accountName}</span>
          </Button>
        </Form>
      ) : (
        <span className="small quiet">
          left <When at={endedAt} zone="UTC" locale="en-GB" />
        </span>
      )}
    </li>
  );
}

function AddWorkplace({ open, faulty: { fieldErrors, values } }: { open: Employment[]; faulty: Faulty }) {
  const names = open.map(({ accountName }) => accountName).join(' and ');
  const options = [
    { value: 'all', label: `Moved: left ${names}, and the roles held there end` },
    { value: 'none', label: `Works for ${open.length === 1 ? 'both' : 'all of them'}` },
  ];
  const isFaulty = Object.keys(fieldErrors).length > 0;
  return (
    <details className="after" open={isFaulty}>
      <summary>{open.length > 0 ? 'Another workplace, or a new title' : 'Add a workplace'}</summary>
      <Form method="post" preventScrollReset key={JSON.stringify(values)}>
        <Field
          id="accountName"
          label="Account"
          help="A new name becomes a new account."
          error={fieldErrors.accountName}
        >
          <TextInput
            name="accountName"
            maxLength={200}
            defaultValue={values.accountName ?? ''}
            autoComplete="off"
          />
        </Field>
        <Field id="title" label="Title" error={fieldErrors.title}>
          <TextInput name="title" maxLength={200} defaultValue={values.title ?? ''} autoComplete="off" />
        </Field>
        {open.length > 0 && (
          <RadioGroup
            id="leaving"
            name="leaving"
            label={`And ${names}?`}
            options={options}
            error={fieldErrors.leaving}
            defaultValue={values.leaving ?? 'none'}
          />
        )}
        <p className="form-foot">
          <Button name="intent" value="employ">
            Keep the workplace
          </Button>
        </p>
      </Form>
    </details>
  );
}
