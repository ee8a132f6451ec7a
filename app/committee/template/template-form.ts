import type { SavedTemplate } from './saved-template.ts';
import { MOST_PEOPLE, type Template } from './template.ts';

const FIELD = 'people.';

/** The field that says how many people of a persona should be heard. */
export function fieldOf(personaId: string): string {
  return `${FIELD}${personaId}`;
}

/** Reads a field for each persona; an empty one needs nobody, and what is no number is NaN. */
export function peopleIn(form: FormData): Template {
  const fields = [...form].filter(([name]) => name.startsWith(FIELD));
  return Object.fromEntries(
    fields.map(([name, value]) => {
      const text = typeof value === 'string' ? value.trim() : '?';
      return [name.slice(FIELD.length), text === '' ? 0 : /^\d+$/.test(text) ? Number(text) : Number.NaN];
    }),
  );
}

/** A sentence beside the field that has to be mended. */
export function explainTemplate(
  refused: Exclude<SavedTemplate, { kind: 'saved' }>,
  form: FormData,
): Record<string, string> {
  switch (refused.kind) {
    case 'empty': {
      const first = [...form.keys()].find((name) => name.startsWith(FIELD)) ?? fieldOf('buyer');
      return {
        [first]: 'Name at least one person of one persona: with nobody required, nobody would be missing.',
      };
    }
    case 'not_a_count':
      return { [fieldOf(refused.personaId)]: `Write a whole number from 0 to ${MOST_PEOPLE}.` };
    case 'no_seat':
      return { [fieldOf(refused.personaId)]: 'This persona has no seat at every account.' };
    default:
      return refused satisfies never;
  }
}
