/** What the forms of this page send and what its address holds. */

export type ReadPlacing =
  | { kind: 'read'; key: string; which: Which; personaId: string }
  | { kind: 'faulty'; key: string; message: string };

type Which = { kind: 'answer'; id: string } | { kind: 'word'; waveId: string; wordKey: string };

/** `key` says beside which form a fault belongs. */
export function readPlacing(
  form: FormData,
  idOf: (kind: 'response' | 'wave', slug: string) => string | null,
): ReadPlacing {
  const text = (name: string) => String(form.get(name) ?? '');
  const personaId = text('persona');
  const waveSlug = text('wave');
  const wordKey = text('word');
  const key = waveSlug ? wordFormKey(waveSlug, wordKey) : text('answer');
  if (personaId === '') return { kind: 'faulty', key, message: 'Choose in which role this was answered.' };
  const id = idOf('response', text('answer'));
  if (id) return { kind: 'read', key, which: { kind: 'answer', id }, personaId };
  const waveId = idOf('wave', waveSlug);
  if (waveId && wordKey !== '')
    return { kind: 'read', key, which: { kind: 'word', waveId, wordKey }, personaId };
  // A word is decided by itself; there is no form that places all.
  return { kind: 'faulty', key, message: 'Say which answer, or which word of which wave.' };
}

export function wordFormKey(waveSlug: string, wordKey: string): string {
  return `${waveSlug} ${wordKey}`;
}

/** Where the list goes on, as the address holds it: the id of the file and the line in it. */
export function writeCursor({ importId, line }: { importId: string; line: number }): string {
  return `${importId}.${line}`;
}

export function readCursor(text: string | null): { importId: string; line: number } | null {
  const [, importId, line] = /^([0-9a-f-]{36})\.(\d{1,9})$/.exec(text ?? '') ?? [];
  return importId && line ? { importId, line: Number(line) } : null;
}
