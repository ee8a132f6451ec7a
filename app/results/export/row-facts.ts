import type { ResponseOut } from '../wire/response-wire.ts';
import type { Cell, TableColumn } from './table.ts';

/** Said in every file that holds scores. */
export const WITHIN_ONE_PERSONA = 'Scores are comparable only within one persona.';

/** What every line begins with; whose it is leads, so that a row torn from the file still says so. */
export const FACT_COLUMNS: readonly TableColumn[] = [
  { key: 'persona', label: 'Persona', kind: 'text' },
  { key: 'persona_at_invite', label: 'Persona they were asked as', kind: 'text' },
  { key: 'account', label: 'Account', kind: 'text' },
  { key: 'wave', label: 'Wave', kind: 'text' },
  { key: 'programme', label: 'Programme', kind: 'text' },
  { key: 'answered_on', label: 'Answered on', kind: 'day' },
  // Null where the promise allows the day alone.
  { key: 'answered_at', label: 'Answered at (UTC)', kind: 'moment' },
  { key: 'person', label: 'Person', kind: 'text' },
  { key: 'email', label: 'E-mail', kind: 'text' },
  { key: 'language', label: 'Language', kind: 'text' },
  { key: 'persona_id', label: 'Key of the persona', kind: 'text' },
  { key: 'account_id', label: 'Id of the account', kind: 'text' },
  { key: 'wave_id', label: 'Id of the wave', kind: 'text' },
  { key: 'programme_id', label: 'Id of the programme', kind: 'text' },
  { key: 'person_id', label: 'Id of the person', kind: 'text' },
  { key: 'response_id', label: 'Id of the response', kind: 'text' },
];

interface From {
  persona: string;
  wave: string;
  programme: string;
  programmeId: string;
  nameOf(personaId: string): string;
}

export function factCells(response: ResponseOut, from: From): Cell[] {
  const { id, persona_at_invite: before, answered_at: at } = response;
  return [
    from.persona,
    before && from.nameOf(before),
    response.account_name,
    from.wave,
    from.programme,
    at?.slice(0, 10) ?? null,
    // Whose id may not be told, of those the moment may not be told either.
    id === null ? null : at,
    response.person_name,
    response.email,
    response.language,
    response.persona,
    response.account,
    response.wave,
    from.programmeId,
    response.person,
    id,
  ];
}
