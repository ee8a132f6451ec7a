import type { ReadPart } from '#app/audience/import/read-part.ts';
import { readRows } from '#app/audience/import/read-rows.server.ts';

export const utf8 = (text: string) => new TextEncoder().encode(text);

/** Everything that reading a file says, in order. */
export async function readAll(
  source: string | Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
) {
  const bytes = typeof source === 'string' ? utf8(source) : source;
  const parts: ReadPart[] = [];
  for await (const part of readRows(bytes instanceof Uint8Array ? [bytes] : bytes)) parts.push(part);
  return parts;
}

export const lastOf = (parts: ReadPart[]) => parts[parts.length - 1];
export const rowsOf = (parts: ReadPart[]) =>
  parts.flatMap((part) => (part.kind === 'row' ? [part.cells] : []));
export const headerOf = (parts: ReadPart[]) => parts.find((part) => part.kind === 'header');

/** A text many times over, in blocks, so that a large file is never held. */
export function* repeated(text: string, times: number, every = 10_000): Generator<Uint8Array> {
  const block = utf8(text.repeat(every));
  for (let done = 0; done < times; done += every) {
    yield done + every <= times ? block : utf8(text.repeat(times - done));
  }
}
