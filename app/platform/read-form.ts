import type { z } from 'zod';

/** What a form held: what the schema makes of it, or a sentence per field with the text as it was typed. */
export type ReadForm<T> = { kind: 'read'; input: T } | FaultyForm;

export interface FaultyForm {
  kind: 'faulty';
  fieldErrors: Record<string, string>;
  values: Record<string, string>;
}

/** Reads a posted form. A field that was sent several times is an array. Passwords are never given back. */
export function readForm<T>(form: FormData, schema: z.ZodType<T>): ReadForm<T> {
  const parsed = schema.safeParse(fieldsOf(form));
  if (parsed.success) return { kind: 'read', input: parsed.data };
  const fieldErrors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) fieldErrors[String(path[0])] ??= message;
  return faultyForm(form, fieldErrors);
}

/** The same answer for a fault that only a use case can know. */
export function faultyForm(form: FormData, fieldErrors: Record<string, string>): FaultyForm {
  const typed = [...form].filter(([name, value]) => typeof value === 'string' && name !== 'password');
  return { kind: 'faulty', fieldErrors, values: Object.fromEntries(typed) as Record<string, string> };
}

function fieldsOf(form: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const names = new Set(form.keys());
  return Object.fromEntries(
    [...names].map((name) => {
      const sent = form.getAll(name);
      return [name, sent.length === 1 ? sent[0]! : sent];
    }),
  );
}
