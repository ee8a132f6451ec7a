import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { When } from '#app/ui/time.tsx';
import type { TraceView } from './page.tsx';

const HEAD = [
  { label: 'No.' },
  { label: 'Moment', plain: true },
  { label: 'When' },
  { label: 'Account' },
  { label: 'Seen in' },
  { label: 'Take out', hidden: true },
];

/** What the drawing shows, touch by touch. */
export function TouchTable({ view: { touches, older, zone, person } }: { view: TraceView }) {
  const rows = touches.map(({ slug, momentName, at, accountName, source }, index) => ({
    key: slug,
    cells: [
      older + index + 1,
      momentName,
      <When key="at" at={at} zone={zone} locale="en-GB" precision="minute" />,
      accountName,
      source,
      <Form key="out" method="post" preventScrollReset className="row-acts">
        <input type="hidden" name="touch" value={slug} />
        <Button variant="tiny">
          Take out<span className="vh"> touch {older + index + 1}, which never was</span>
        </Button>
      </Form>,
    ],
  }));
  return <DataTable caption={`Touches of ${person.name}, oldest first`} head={HEAD} rows={rows} />;
}
