import { Form } from '@remix-run/react';
import { PERSON_TARGET_LABELS, PERSON_TARGETS } from '#app/audience/import/column-targets.ts';
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
const TARGETS = PERSON_TARGETS.filter((target) => target !== 'account.domain').map((value) => ({
  value,
  label: PERSON_TARGET_LABELS[value],
}));

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
        lead="What is left out is not read."
      >
        <ColumnsTable columns={columns.columns} faulty={own} />
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
  columns: NonNullable<ImportView['columns']>['columns'];
  faulty: Faulty;
}

function ColumnsTable({ columns, faulty: { fieldErrors, values } }: ColumnsTableProps) {
  const rows = columns.map(({ header, samples, target, note }, at) => {
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
          <Select name={name} options={TARGETS} defaultValue={values[name] ?? target} />
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
