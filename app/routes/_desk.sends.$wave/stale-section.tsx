import { Form } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import { CHOICE_FORM } from './choice-form.ts';
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

/** Whose role nobody confirmed lately. Somebody says that it is still true, or they are asked that themselves. */
export function StaleSection({ view }: { view: SendView }) {
  const { counts, stale, staleCount, staleOpen } = view.piles;
  if (staleCount === 0) return null;
  return (
    <Section
      id="stale"
      title={`Role stale: ${people(counts.stale)}`}
      lead="About one in four changes role in a year. Confirm it, and they move to the ready pile."
    >
      {staleOpen > 0 && <InThisSend choice={view.choice.stale} />}
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

const OPTIONS = [
  { value: 'leave_out', label: 'Leave them out' },
  {
    value: 'ask_first',
    label: 'Ask them first: “Are you still …?”',
    help: 'It is the first thing their page asks, and nothing they answer counts before they have said it. Who says another role gets its questions, where this send has some.',
  },
];

/** What the send makes of them: it stands in the address with the rest of the choice, and is counted before it is sent. */
function InThisSend({ choice }: { choice: SendView['choice']['stale'] }) {
  return (
    <div className="filters">
      <RadioGroup
        key={choice}
        label="In this send"
        name="stale"
        form={CHOICE_FORM}
        options={OPTIONS}
        defaultValue={choice}
      />
      <Button form={CHOICE_FORM}>Choose</Button>
    </div>
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
    `${line.confirmedDaysAgo === null ? 'Never' : `${line.confirmedDaysAgo} days ago`}${line.isAsked ? ', asked in this send' : ''}`,
    <Form key="act" method="post" preventScrollReset>
      <input type="hidden" name="role" value={line.slug} />
      <Button variant="tiny" name="intent" value="confirm">
        Still true<span className="vh">: {line.personName}</span>
      </Button>
    </Form>,
  ];
}
