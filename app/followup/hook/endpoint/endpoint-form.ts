import { z } from 'zod';
import { type FaultyForm, readForm } from '#app/platform/read-form.ts';
import { HOOK_KINDS, WANTABLE } from '../event/hook-kinds.ts';
import { EndpointInput } from './endpoint-input.ts';

const { url, description, kinds, format } = EndpointInput.shape;

const Form = z.object({
  ...{ url, description, format },
  kinds: z
    .union([z.string().transform((one) => [one]), z.array(z.string())], { error: 'Tick at least one.' })
    .pipe(kinds),
  carriesNames: z
    .literal('yes')
    .optional()
    .transform((yes) => yes === 'yes'),
});

/** What was ticked beside what was typed: a form that comes back holds both. */
export type FaultyEndpoint = FaultyForm & { ticked: string[] };

export function readEndpointForm(form: FormData): { kind: 'read'; input: EndpointInput } | FaultyEndpoint {
  const read = readForm(form, Form);
  return read.kind === 'read' ? read : withTicks(form, read);
}

export function withTicks(form: FormData, faulty: FaultyForm): FaultyEndpoint {
  return { ...faulty, ticked: form.getAll('kinds').map(String) };
}

/** The kinds as a form offers them. */
export function kindOptions(): { value: string; label: string; help: string }[] {
  return WANTABLE.map((kind) => ({ value: kind, label: HOOK_KINDS[kind].label, help: kind }));
}
