import { Form, Link, useLocation, useNavigation } from '@remix-run/react';
import { type RefObject, useEffect, useRef } from 'react';
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
  const form = useRef<HTMLFormElement>(null);
  const isLooking = useIsLooking();
  useFollowed(form, search);
  return (
    <Form
      ref={form}
      className="filters"
      method="get"
      role="search"
      aria-label="Filter"
      aria-busy={isLooking || undefined}
    >
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {search && (
        <Field label={search.label}>
          <TextInput type="search" name={search.name} defaultValue={search.value} aria-keyshortcuts="/" />
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
        <span className="small quiet" role="status">
          {isLooking && (search ? 'Searching…' : 'Loading…')}
        </span>
      </div>
    </Form>
  );
}

/** True between the press and the list that comes of it; without a script the browser itself shows that it waits. */
function useIsLooking(): boolean {
  const { state, location, formMethod } = useNavigation();
  const { pathname } = useLocation();
  return state === 'loading' && formMethod === 'GET' && location.pathname === pathname;
}

/** The field follows the address, except where somebody typed on while the list was coming. */
function useFollowed(form: RefObject<HTMLFormElement>, search: FilterBarProps['search']): void {
  const { name = '', value = '' } = search ?? {};
  const before = useRef(value);
  useEffect(() => {
    const field = form.current?.elements.namedItem(name);
    if (field instanceof HTMLInputElement && (field.value === before.current || value === ''))
      field.value = value;
    before.current = value;
  }, [form, name, value]);
}
