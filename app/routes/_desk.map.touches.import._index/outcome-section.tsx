import { Form, Link, useNavigation } from '@remix-run/react';
import { count } from '#app/committee/map/map-words.ts';
import { ActionBar } from '#app/ui/action-bar.tsx';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Section } from '#app/ui/section.tsx';
import { Tally } from '#app/ui/tally.tsx';
import type { ImportOutcome } from './page.tsx';

/** What would happen, or what happened: counts that add up, and each row that needs somebody. */
export function OutcomeSection({ outcome }: { outcome: ImportOutcome }) {
  const { kind, rows, fresh, known, repeated, setAside, ignored } = outcome;
  const isPlan = kind === 'planned';
  return (
    <>
      <Section
        title={isPlan ? 'The dry run' : 'Brought in'}
        lead={
          isPlan
            ? `${count(rows, 'row', 'rows')}: nothing is written yet.`
            : `${count(rows, 'row', 'rows')} were read, and what was new is on the map.`
        }
      >
        <Tally
          counts={[
            { count: fresh, label: isPlan ? 'would be added' : 'added' },
            { count: known, label: 'known already' },
            { count: repeated, label: 'a second time in the file' },
            { count: setAside, label: 'need somebody' },
          ]}
        />
        {ignored.length > 0 && <p className="note after">Columns passed over: {ignored.join(', ')}.</p>}
        {isPlan ? <BringForm outcome={outcome} /> : <Done />}
      </Section>
      {setAside > 0 && <SetAside outcome={outcome} />}
    </>
  );
}

function BringForm({ outcome: { fresh, carried } }: { outcome: ImportOutcome }) {
  const isBringing = useNavigation().state === 'submitting';
  if (fresh === 0) return <p className="after">There is nothing to add.</p>;
  return (
    <Form method="post" encType="multipart/form-data" action="?index" className="after">
      <input type="hidden" name="carried" value={carried} />
      <ActionBar
        label="Bring in"
        action={
          <Button variant="primary" name="intent" value="bring">
            {isBringing ? 'Bringing them in' : `Bring ${count(fresh, 'touch', 'touches')} in`}
          </Button>
        }
      >
        Rows that need somebody stay out.
      </ActionBar>
    </Form>
  );
}

function Done() {
  return (
    <p className="after" role="status">
      <Link to="/map">To the map</Link>
    </p>
  );
}

function SetAside({ outcome: { setAside, listed, carried } }: { outcome: ImportOutcome }) {
  const head = [{ label: 'Line' }, { label: 'To settle', plain: true }, { label: 'As it came' }];
  const rows = listed.map(({ line, reason, cells }) => ({
    key: String(line),
    cells: [
      line,
      reason,
      <span key="cells" className="break">
        {cells.join(', ')}
      </span>,
    ],
  }));
  return (
    <Section title={`Rows that need somebody: ${setAside}`}>
      <DataTable caption="Rows that need somebody" captionHidden head={head} rows={rows} />
      {setAside > listed.length && (
        <p className="note">The first {listed.length} are listed; the file has all of them.</p>
      )}
      <form
        method="post"
        encType="multipart/form-data"
        action="/map/touches/import/rejects"
        className="after"
      >
        <input type="hidden" name="carried" value={carried} />
        <Button>These rows as CSV</Button>
      </form>
    </Section>
  );
}
