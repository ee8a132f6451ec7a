import { SaxesParser } from 'saxes';
import { languageName, readTag } from '../language.ts';
import { type ReadEntries, refuseFile, type TextEntry } from './text-entry.ts';
import { XliffReader } from './xliff-reader.ts';

/**
 * Reads a file that came back. XML is read strictly: no document type, no entity but the five of XML itself, nothing
 * outside the file is ever fetched, and depth and number of elements are bounded.
 */
export function readXliff(text: string, expected: { survey: string; target: string }): ReadEntries {
  const reader = new XliffReader(expected.survey);
  try {
    parse(text, reader);
  } catch (fault) {
    if (fault instanceof Stop) return refuseFile(fault.sentence);
    if (!(fault instanceof Error)) throw fault;
    return refuseFile(`This is not XML that can be read (${sayPlace(fault.message)}). Export it again.`);
  }
  const { root } = reader;
  if (root === null)
    return refuseFile('This is XML, but no XLIFF file. Bring the file that was exported here.');
  if (!/^2\.\d$/.test(root.version))
    return refuseFile(`This is XLIFF ${root.version || 'of an unknown version'}. Save it as XLIFF 2.0.`);
  const target = readTag(root.target);
  if (target !== null && target !== expected.target)
    return refuseFile(
      `The file is in ${languageName(target, 'en')}, and this page is ${languageName(expected.target, 'en')}.`,
    );
  if (!reader.foundSurvey)
    return refuseFile('The file belongs to another survey. Bring the one that was exported from here.');
  return { kind: 'read', entries: reader.entries satisfies TextEntry[] };
}

const DEEPEST = 40;
const MOST_ELEMENTS = 100_000;

class Stop extends Error {
  readonly sentence: string;

  constructor(sentence: string) {
    super(sentence);
    this.sentence = sentence;
  }
}

function parse(text: string, reader: XliffReader): void {
  const parser = new SaxesParser({ xmlns: true, position: true });
  let depth = 0;
  let elements = 0;
  parser.on('doctype', () => {
    throw new Stop('The file carries a document type (DOCTYPE), which is never read. Export it again.');
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    depth += 1;
    elements += 1;
    if (depth > DEEPEST || elements > MOST_ELEMENTS)
      throw new Stop('The file is nested deeper, or in more pieces, than any survey. Export it again.');
    reader.open(uri, local, (name) => attributes[name]?.value);
  });
  parser.on('closetag', () => {
    depth -= 1;
    reader.close();
  });
  parser.on('text', (piece) => reader.text(piece));
  parser.on('cdata', (piece) => reader.text(piece));
  parser.write(text).close();
}

/** Of `12:5: unclosed tag: unit` the line; the rest is for programmers. */
function sayPlace(message: string): string {
  const line = /^(\d+):\d+/.exec(message)?.[1];
  return line ? `line ${line}` : 'it ends too early';
}
