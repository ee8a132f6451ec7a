import { laneIdentity } from '#app/persona/lane-identity.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import type { LaneView } from '../page/lane-view.ts';

interface CompareSectionProps {
  earlier: string;
  later: string;
  lanes: readonly LaneView[];
}

/** Two waves, one row per persona: what it was, what it is and what that comes to in words. No row stands for several. */
export function CompareSection({ earlier, later, lanes }: CompareSectionProps) {
  return (
    <Section
      title={`${later} beside ${earlier}`}
      lead="Each persona against itself. Where other words were asked, the line breaks and no change is told."
    >
      <DataTable
        caption={`One row per persona: ${earlier}, ${later} and the change between them`}
        captionHidden
        head={[{ label: 'Persona', plain: true }, { label: earlier }, { label: later }, { label: 'Change' }]}
        rows={lanes.map(({ persona, since }) => ({
          key: persona.id,
          cells: [
            <PersonaName key="persona" {...laneIdentity(persona)} name={persona.plural} />,
            since?.from ?? 'not asked for a number',
            since?.to ?? 'nothing to compare',
            since?.words ?? `not compared: ${persona.plural} have a number in one of the two at most`,
          ],
        }))}
      />
    </Section>
  );
}
