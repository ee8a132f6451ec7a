import type { Encoding } from './decode-file.ts';
import { readRows } from './read-rows.server.ts';

export type PeekedFile =
  | {
      kind: 'read';
      headers: readonly string[];
      encoding: Encoding;
      encodingGuessed: boolean;
      /** The first values of each column, blanks left out, at most three. */
      samples: readonly (readonly string[])[];
    }
  | { kind: 'refused'; failure: string };

const ROWS_LOOKED_AT = 50;
const VALUES_SHOWN = 3;

/** Reads the names of the columns and their first values, and no more of the file than that takes. */
export async function peekFile(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<PeekedFile> {
  let peeked: Extract<PeekedFile, { kind: 'read' }> | null = null;
  let samples: Set<string>[] = [];
  let rows = 0;
  for await (const part of readRows(chunks)) {
    if (part.kind === 'refused') {
      if (!peeked || rows === 0) return { kind: 'refused', failure: part.sentence };
      break;
    }
    if (part.kind === 'header') {
      const { names: headers, encoding, encodingGuessed } = part;
      samples = headers.map(() => new Set());
      peeked = { kind: 'read', headers, encoding, encodingGuessed, samples: [] };
    }
    if (part.kind === 'row' || part.kind === 'reject') rows += 1;
    if (part.kind === 'row') addSamples(samples, part.cells);
    if (rows >= ROWS_LOOKED_AT) break;
  }
  if (!peeked) return { kind: 'refused', failure: 'There is nothing in this file.' };
  return { ...peeked, samples: samples.map((values) => [...values]) };
}

function addSamples(samples: readonly Set<string>[], cells: readonly string[]): void {
  for (const [at, values] of samples.entries()) {
    const text = cells[at]?.trim() ?? '';
    if (text !== '' && values.size < VALUES_SHOWN)
      values.add(text.length > 60 ? `${text.slice(0, 60)}…` : text);
  }
}
