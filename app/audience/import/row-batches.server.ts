import type { ReadPart } from './read-part.ts';
import type { FileRow } from './take-batch.server.ts';

/**
 * Rows of one transaction. A transaction on SQLite holds up every other request, and costs little to begin;
 * on PostgreSQL it holds up nobody, and every statement is a round trip.
 */
export const BATCH = { sqlite: 100, postgres: 250 } as const;

/** The rows of a file in batches, the first `skip` rows passed over; names and the end are left out. */
export async function* rowBatches(
  parts: AsyncIterable<ReadPart>,
  skip: number,
  size: number,
): AsyncGenerator<FileRow[]> {
  let batch: FileRow[] = [];
  let at = 0;
  for await (const part of parts) {
    if (part.kind !== 'row' && part.kind !== 'reject') continue;
    at += 1;
    if (at <= skip) continue;
    batch.push(part);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
