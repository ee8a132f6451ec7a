import { Form } from '@remix-run/react';
import { PERSON_TARGET_LABELS, PERSON_TARGETS } from '#app/audience/import/column-targets.ts';
import { NEW_TARGET_LABELS, NEW_TARGETS } from '#app/audience/import/own-targets.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice.tsx';
import { Select } from '#app/ui/control.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Faulty, ImportView } from './page.tsx';

const HEAD = [{ label: 'In the file' }, { label: 'First values' }, { label: 'Goes to' }];

// A web domain has no place in the tables, so nobody is offered one.
const TARGETS = PERSON_TARGETS.filter((target) => target !== 'account.domain' && target !== 'leave_out').map(
  (value) => ({ value: value as string, label: PERSON_TARGET_LABELS[value] as string }),
);

const NEW = NEW_TARGETS.map((value) => ({ value, label: NEW_TARGET_LABELS[value] }));
const LEAVE_OUT = { value: 'leave_out', label: PERSON_TARGET_LABELS.leave_out };

const ORDERS = [
  { value: 'day_first', label: 'Day first: 01/02/2027 is the first of February' },
  { value: 'month_first', label: 'Month first: 01/02/2027 is the second of January' },
];

const DATES = [
  ['account.renewal_date', 'Renewal dates'],
  ['role.start', 'Dates since when a role is held'],
] as const;

/** Where each column goes; also under a dry run, where another choice reads the file again. */
export function ColumnsForm({ view, faulty }: { view: ImportView; faulty: Faulty }) {
  const { columns, state } = view;
  if (!columns) return null;
  const own = faulty.values.intent === 'columns' ? faulty : { fieldErrors: {}, values: {} };
  const faults = Object.entries(own.fieldErrors).map(([field, message]) => ({ field, message }));
  const isNew = state === 'mapping';
  return (
    <Form method="post" action="?index" noValidate key={JSON.stringify(own.values)}>
      <ErrorSummary faults={faults} />
      <Section
        id="columns"
        title={isNew ? 'Where each column goes' : 'How the columns were read'}
        lead="What is left out is not read. A column can become a new attribute, under its own name."
      >
        <ColumnsTable columns={columns} faulty={own} />
        {DATES.map(([target, label]) => (
          <Order key={target} target={target} label={label} view={view} error={own.fieldErrors[target]} />
        ))}
        <p className="form-foot">
          <Button variant={isNew ? 'primary' : 'outline'} name="intent" value="columns">
            {isNew ? 'See what would happen' : 'Read again with these columns'}
          </Button>
        </p>
      </Section>
    </Form>
  );
}

interface ColumnsTableProps {
  columns: NonNullable<ImportView['columns']>;
  faulty: Faulty;
}

function ColumnsTable({ columns, faulty: { fieldErrors, values } }: ColumnsTableProps) {
  const own = columns.own.map(({ target, label }) => ({ value: target, label }));
  const options = [...TARGETS, ...own, ...NEW, LEAVE_OUT];
  const rows = columns.columns.map(({ header, samples, target, note }, at) => {
    const name = `column-${at}`;
    const title = header || `Column ${at + 1}`;
    return {
      key: name,
      cells: [
        title,
        <span key="values" className="quiet first-values">
          {samples.join(' · ')}
        </span>,
        <Field
          key="to"
          id={name}
          label={<span className="vh">{title} goes to</span>}
          error={fieldErrors[name]}
          help={note}
        >
          <Select name={name} options={options} defaultValue={values[name] ?? target} />
        </Field>,
      ],
    };
  });
  return <DataTable caption="Columns of the file and where they go" captionHidden head={HEAD} rows={rows} />;
}

interface OrderProps {
  target: (typeof DATES)[number][0];
  label: string;
  view: ImportView;
  error: string | undefined;
}

/** Asked only where the dates themselves do not say it. */
function Order({ target, label, view: { choices }, error }: OrderProps) {
  const known = choices.dateOrders[target];
  if (!error && !choices.toldOrders.includes(target)) return null;
  return (
    <RadioGroup
      id={target}
      name={target}
      label={label}
      options={ORDERS}
      error={error}
      {...(known ? { defaultValue: known } : {})}
    />
  );
}
