import { Link } from '@remix-run/react';
import { type ReactNode, useId } from 'react';

export interface Column {
  readonly label: string;
  readonly numeric?: boolean;
  /** For a column of buttons, whose heading is only heard. */
  readonly hidden?: boolean;
  /** Where a click on the heading leads, and how the column is sorted now. */
  readonly sort?: { readonly to: string; readonly now: 'ascending' | 'descending' | 'none' };
}

export interface Row {
  readonly key: string;
  /** One per column. The first names the row. */
  readonly cells: readonly ReactNode[];
}

interface DataTableProps {
  caption: string;
  captionHidden?: boolean;
  head: readonly Column[];
  rows: readonly Row[];
}

/**
 * A table that becomes a list of cards on a phone. Browsers drop the table's meaning when its display
 * changes, so every part carries its role, and every cell the name of its column.
 */
export function DataTable({ caption, captionHidden = false, head, rows }: DataTableProps) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: they keep the meaning when the table restacks
    <table className="restack" role="table">
      <caption className={captionHidden ? 'vh' : 'note'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {head.map((column) => (
            <HeadCell key={column.label} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, cells: [first, ...others] }) => (
          <tr key={key} role="row">
            <th scope="row" role="rowheader">
              {first}
            </th>
            {others.map((cell, index) => (
              <BodyCell key={head[index + 1]?.label} column={head[index + 1]}>
                {cell}
              </BodyCell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: end of the table
  );
}

/** The numbers behind a chart, one click away. */
export function ShowAsTable({ children }: { children: ReactNode }) {
  return (
    <details className="as-table">
      <summary>Show as table</summary>
      {children}
    </details>
  );
}

/** A wide thing that scrolls sideways by itself, also by keyboard. */
export function SideScroll({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <section
      className="scroll"
      aria-labelledby={id} // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard can't scroll
      tabIndex={0}
    >
      <span className="vh" id={id}>
        {label}
      </span>
      {children}
    </section>
  );
}

function HeadCell({ column: { label, numeric, hidden, sort } }: { column: Column }) {
  const text = hidden ? <span className="vh">{label}</span> : label;
  return (
    <th scope="col" role="columnheader" className={numeric ? 'num' : undefined} aria-sort={sort?.now}>
      {sort ? <Link to={sort.to}>{text}</Link> : text}
    </th>
  );
}

function BodyCell({ column, children }: { column: Column | undefined; children: ReactNode }) {
  return (
    <td
      role="cell"
      className={column?.numeric ? 'num' : undefined}
      data-label={column?.hidden ? undefined : column?.label}
    >
      {children}
    </td>
  );
}
