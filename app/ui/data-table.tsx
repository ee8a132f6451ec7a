import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

export interface Column {
  readonly label: string;
  readonly numeric?: boolean;
  /** For a column of buttons, whose heading is only heard. */
  readonly hidden?: boolean;
  /** What it holds speaks for itself: on a phone it stands without the column's name. */
  readonly plain?: boolean;
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

/** Browsers drop a table's meaning when its display changes, so every part carries its own role. */
const STAYS = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/** A table that becomes a list on a phone, where every cell says the name of its column. */
export function DataTable({ caption, captionHidden = false, head, rows }: DataTableProps) {
  return (
    <table className="restack" {...STAYS.table}>
      <caption className={captionHidden ? 'vh' : 'note'}>{caption}</caption>
      <thead {...STAYS.rowgroup}>
        <tr {...STAYS.row}>
          {head.map((column) => (
            <HeadCell key={column.label} column={column} />
          ))}
        </tr>
      </thead>
      <tbody {...STAYS.rowgroup}>
        {rows.map(({ key, cells: [first, ...others] }) => (
          <tr key={key} {...STAYS.row}>
            <th scope="row" {...STAYS.rowheader}>
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

function HeadCell({ column: { label, numeric, hidden, sort } }: { column: Column }) {
  const text = hidden ? <span className="vh">{label}</span> : label;
  return (
    <th scope="col" {...STAYS.columnheader} className={numeric ? 'num' : undefined} aria-sort={sort?.now}>
      {sort ? <Link to={sort.to}>{text}</Link> : text}
    </th>
  );
}

function cellClass(column: Column | undefined): string | undefined {
  if (column?.numeric) return 'num';
  return column?.hidden ? 'at-end' : undefined;
}

function BodyCell({ column, children }: { column: Column | undefined; children: ReactNode }) {
  return (
    <td
      {...STAYS.cell}
      className={cellClass(column)}
      data-label={column?.hidden || column?.plain ? undefined : column?.label}
    >
      {children}
    </td>
  );
}
