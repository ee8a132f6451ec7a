import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { faultyForm, readForm } from '#app/platform/read-form.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { bringSurvey } from '#app/survey/document/bring-survey.server.ts';
import { FirstForm, SecondForm } from './import-form.ts';
import { type Carried, readCarried, readFile } from './read-import.ts';

export type Stepped =
  | { kind: 'brought'; id: string }
  /** Which form comes next, and what to say in it: the second one where a survey is carried. */
  | {
      kind: 'form';
      carried: Carried | null;
      fieldErrors: Record<string, string>;
      values: Record<string, string>;
    };

/** Reads the file and whom it is for. */
export async function readStep(form: FormData): Promise<Stepped> {
  const read = readForm(form, FirstForm);
  const file = await readFile(form);
  const chosen = read.kind === 'read' ? read.input : { ...read.values, text: '' };
  if (file.kind === 'refused' || read.kind === 'faulty') {
    const fieldErrors = {
      ...(file.kind === 'refused' ? { file: file.sentence } : {}),
      ...(read.kind === 'faulty' ? read.fieldErrors : {}),
    };
    return { kind: 'form', carried: null, fieldErrors, values: chosen };
  }
  const { carried, name, language } = file;
  return { kind: 'form', carried, fieldErrors: {}, values: { ...chosen, name, language } };
}

/** Opens the survey that the second form carries as a draft. */
export async function bringStep(
  house: House,
  workspace: Workspace,
  actor: Actor,
  form: FormData,
): Promise<Stepped> {
  const came = readCarried(form);
  if (!came)
    return { kind: 'form', carried: null, fieldErrors: { file: 'Choose the file again.' }, values: {} };
  const { carried, survey } = came;
  const faulty = (fieldErrors: Record<string, string>): Stepped => {
    const { document: _, report: __, ...values } = faultyForm(form, {}).values;
    return { kind: 'form', carried, fieldErrors, values };
  };
  const read = readForm(form, SecondForm);
  if (read.kind === 'faulty') return faulty(read.fieldErrors);
  const { programme, ...chosen } = read.input;
  const programmeId = fromSlug('programme', programme) ?? programme;
  const brought = await bringSurvey(house, workspace, {
    ...{ ...chosen, programmeId, from: carried.from, survey, actor },
  });
  switch (brought.kind) {
    case 'brought':
      return brought;
    case 'unknown_programme':
      return faulty({ programme: 'Choose a programme that still asks.' });
    case 'unknown_persona':
      return faulty({ personaId: 'Choose a persona of this list.' });
    default:
      return brought satisfies never;
  }
}
