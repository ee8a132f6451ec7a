import { Form, Link } from '@remix-run/react';
import { type Option, Select, TextInput } from './control.tsx';
import { Field } from './field.tsx';

export interface Filter {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  /** What is chosen now, read from the address. */
  readonly value: string;
}

interface FilterBarProps {
  search?: { readonly name: string; readonly label: string; readonly value: string };
  filters?: readonly Filter[];
  /** What else in the address must stay, such as the sort order. */
  keep?: Readonly<Record<string, string>>;
  /** The address without any filter. Leave out while nothing is filtered. */
  clearTo?: string;
}

/** Search and filters of a list. They live in the address: copying it shows the next person the same. */
export function FilterBar({ search, filters = [], keep = {}, clearTo }: FilterBarProps) {
  return (
    <Form className="filters" method="get" role="search" aria-label="Filter">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {search && (
        <Field label={search.label}>
          <TextInput
            key={search.value}
            type="search"
            name={search.name}
            defaultValue={search.value}
            aria-keyshortcuts="/"
          />
        </Field>
      )}
      {filters.map(({ name, label, options, value }) => (
        <Field key={name} label={label}>
          <Select key={value} name={name} options={options} defaultValue={value} />
        </Field>
      ))}
      <div className="cluster">
        <button className="button" type="submit">
          Show
        </button>
        {clearTo !== undefined && <Link to={clearTo}>Clear</Link>}
      </div>
    </Form>
  );
}
