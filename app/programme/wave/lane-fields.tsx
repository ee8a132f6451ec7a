import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Select } from '#app/ui/control.tsx';
import { FieldGroup } from '#app/ui/field.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import type { LaneChoice } from './chosen-lanes.ts';

interface LaneFieldsProps {
  label: string;
  help?: string;
  lanes: readonly LaneChoice[];
  /** What was sent and did not go through. */
  values: Readonly<Record<string, string>> | undefined;
  error: string | undefined;
}

/** Which published questions each persona gets: `version.<persona>`, empty for one that is not asked. */
export function LaneFields({ label, help, lanes, values, error }: LaneFieldsProps) {
  return (
    <FieldGroup id="lanes" label={label} help={help} error={error}>
      <ul className="rows lane-choice">
        {lanes.map(({ persona, versions }) => (
          <li key={persona.id}>
            <PersonaName {...laneIdentity(persona)} name={persona.plural} />
            {versions.length === 0 ? (
              <span className="small quiet">Not asked: nothing published for them</span>
            ) : (
              <Select
                name={`version.${persona.id}`}
                aria-label={`Questions for ${persona.plural}`}
                options={[...versions, { value: '', label: 'Not asked this time' }]}
                defaultValue={values ? values[`version.${persona.id}`] : versions[0]?.value}
              />
            )}
          </li>
        ))}
      </ul>
    </FieldGroup>
  );
}
