/**
 * Cuts rows into pieces whose sizes are powers of two. A statement with many rows is prepared once per size and
 * kept; without this every number of rows would be kept as a statement of its own.
 */
export function inKnownSizes<Row>(rows: readonly Row[]): Row[][] {
  const pieces: Row[][] = [];
  for (let at = 0; at < rows.length; ) {
    const size = 2 ** Math.floor(Math.log2(Math.min(LARGEST, rows.length - at)));
    pieces.push(rows.slice(at, at + size));
    at += size;
  }
  return pieces;
}

/** The same for the list of an `in (...)`: the last value is repeated up to a power of two. */
export function toKnownSize<Value>(values: readonly Value[]): Value[] {
  const size = values.length === 0 ? 0 : 2 ** Math.ceil(Math.log2(values.length));
  return Array.from({ length: size }, (_, at) => values[Math.min(at, values.length - 1)]!);
}

/** Values of one `in (...)`: far below what either engine binds at once. */
const AT_ONCE = 512;

/** However many values, in lists of known sizes for one statement each. */
export function inLists<Value>(values: readonly Value[]): Value[][] {
  const pieces = Math.ceil(values.length / AT_ONCE);
  return Array.from({ length: pieces }, (_, at) =>
    toKnownSize(values.slice(at * AT_ONCE, (at + 1) * AT_ONCE)),
  );
}

const LARGEST = 64;
