import { readXliff } from './read-xliff.ts';
import { MOST_BYTES, type ReadEntries, refuseFile } from './text-entry.ts';
import { readTranslationCsv } from './translation-csv.ts';

/** Reads a file with translations for one survey and language. What it is, is seen by how it begins, not by its name. */
export async function readTranslationFile(
  bytes: Uint8Array,
  expected: { survey: string; target: string },
): Promise<ReadEntries> {
  if (bytes.length === 0) return refuseFile('Choose the file with the translations first.');
  if (bytes.length > MOST_BYTES)
    return refuseFile('This file is larger than 2 MB. A survey’s translations never are.');
  const xml = decodeXml(bytes);
  if (xml === null) return readTranslationCsv(bytes, expected.target);
  return xml.kind === 'refused' ? xml : readXliff(xml.text, expected);
}

type Xml = { kind: 'xml'; text: string } | Extract<ReadEntries, { kind: 'refused' }>;

/** The text of an XML file in UTF-8 or UTF-16 (XML 1.0, 4.3.3); null for what does not begin like one. */
function decodeXml(bytes: Uint8Array): Xml | null {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return startsLikeXml(new TextDecoder('latin1').decode(bytes.subarray(0, 100))) ? NOT_UNICODE : null;
  }
  if (!startsLikeXml(text)) return null;
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)/i.exec(text)?.[1] ?? encoding;
  return /^utf-?(8|16(le|be)?)$/i.test(declared) ? { kind: 'xml', text } : NOT_UNICODE;
}

const NOT_UNICODE = refuseFile('The file is not in UTF-8. Save it as XLIFF 2.0 in UTF-8.');

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

function startsLikeXml(text: string): boolean {
  return /^\s*</.test(text);
}
