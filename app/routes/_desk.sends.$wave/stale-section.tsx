import { Form } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import type { SendView } from './page.tsx';
import { people } from './people-words.ts';
import { ShowAll } from './show-all.tsx';

const HEAD = [
  { label: 'Person' },
  { label: 'Role we hold' },
  { label: 'Last confirmed' },
  { label: 'What you can do', hidden: true },
];

type StaleLine = SendView['piles']['stale'][number];

/** Whose role nobody confirmed lately. They are asked again once somebody says that it is still true. */
export function StaleSection({ view }: { view: SendView }) {
  const { counts, stale, staleCount } = view.piles;
  if (staleCount === 0) return null;
  return (
    <Section
      id="stale"
      title={`Role stale: ${people(counts.stale)}`}
      lead="About one in four changes role in a year. Confirm it, and they move to the ready pile."
    >
      <DataTable
        caption={`People whose role was not confirmed in the last ${view.reviewDays} days`}
        captionHidden
        head={HEAD}
        rows={stale.map((line) => ({ key: line.slug, cells: cellsOf(line, view) }))}
      />
      {stale.length < staleCount && <ShowAll list="stale" rest={staleCount - stale.length} />}
    </Section>
  );
}

function cellsOf(line: StaleLine, { personas }: SendView) {
  const persona = personas.find(({ id }) => id === line.personaId)!;
  return [
    <span key="person">
      {line.personName}
      <span className="note under">{line.accountName}</span>
    </span>,
    <PersonaName key="role" {...laneIdentity(persona)} name={persona.name} />,
    line.confirmedDaysAgo === null ? 'Never' : `${line.confirmedDaysAgo} days ago`,
    <Form key="act" method="post" preventScrollReset>
      <input type="hidden" name="role" value={line.slug} />
      <Button variant="tiny" name="intent" value="confirm">
        Still true<span className="vh">: {line.personName}</span>
      </Button>
    </Form>,
  ];
}
