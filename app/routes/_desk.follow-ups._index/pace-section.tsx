import { laneIdentity } from '#app/persona/lane-identity.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import type { QueueView } from './page.tsx';

type Median = QueueView['pace'][number]['firstAct'];

/** How long people of each persona wait for somebody to act, and for word. There is no line for all of them. */
export function PaceSection({ pace }: { pace: QueueView['pace'] }) {
  if (pace.length === 0) return null;
  return (
    <Section
      title="How long it takes"
      lead="Hours from being opened, of those opened in the last 90 days: half took less. No total: these are different people."
    >
      <DataTable
        caption="How long it takes, by persona"
        captionHidden
        head={[
          { label: 'Persona', plain: true },
          { label: 'To the first act', numeric: true },
          { label: 'To being told', numeric: true },
        ]}
        rows={pace.map(({ persona, firstAct, toldBack }) => ({
          key: persona.id,
          cells: [
            <PersonaName key="persona" {...laneIdentity(persona)} name={persona.name} />,
            say(firstAct),
            say(toldBack),
          ],
        }))}
      />
    </Section>
  );
}

function say({ hours, n }: Median): string {
  return hours === null ? 'none yet' : `${hours.toLocaleString('en-GB')} h, of ${n}`;
}
