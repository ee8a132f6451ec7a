import { Select } from '#app/ui/control.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Faulty, ImportView } from './page.tsx';

const HEAD = [{ label: 'In the file' }, { label: 'First values' }, { label: 'Goes to' }];

interface ColumnsSectionProps {
  view: ImportView;
  columns: NonNullable<ImportView['columns']>;
  faulty: Faulty;
}

export function ColumnsSection({
  view: { targets },
  columns,
  faulty: { fieldErrors, values },
}: ColumnsSectionProps) {
  return (
    <Section
      id="columns"
      title="The columns"
      lead="What is left out is not read. Your choice is remembered for the next file."
    >
      {fieldErrors.columns && <p className="fault">{fieldErrors.columns}</p>}
      <DataTable
        caption="Columns of the file and where they go"
        captionHidden
        head={HEAD}
        rows={columns.map(({ header, samples, target, note }, at) => {
          const name = `column-${at}`;
          return {
            key: name,
            cells: [
              header || `Column ${at + 1}`,
              <span key="values" className="quiet first-values">
                {samples.join(' · ')}
              </span>,
              <Field
                key="target"
                id={name}
                label={<span className="vh">{header || `Column ${at + 1}`} goes to</span>}
                error={fieldErrors[name]}
                help={note}
              >
                <Select name={name} options={targets} defaultValue={values[name] ?? target} />
              </Field>,
            ],
          };
        })}
      />
    </Section>
  );
}
