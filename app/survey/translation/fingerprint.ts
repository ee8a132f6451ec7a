const PRIME = 0x100000001b3n;
const START = 0xcbf29ce484222325n;

/** Tells texts apart in a few letters (FNV-1a, 64 bits, over UTF-16 units). No secret and no proof. */
export function fingerprint(text: string): string {
  let hash = START;
  for (let at = 0; at < text.length; at += 1)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * PRIME);
  return hash.toString(36);
}

/** What a page showed of a place when somebody began to write there: its original and its translation. */
export function seenOf(original: string, text: string): string {
  return `${fingerprint(original)}.${fingerprint(text)}`;
}
