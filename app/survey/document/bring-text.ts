import type { Brought } from '../foreign/brought.ts';
import {
  bringForeign,
  type ForeignKind,
  isForeign,
  kindOfDocument,
  readText,
} from '../foreign/read-foreign.ts';
import { bringDocument } from './read-document.ts';

export type BroughtText =
  | { kind: 'brought'; from: Exclude<ForeignKind, 'unknown'>; brought: Brought }
  | { kind: 'refused'; sentence: string };

/** The survey in a file, whichever product wrote it, and what became of everything in it. Nothing is kept by this. */
export function bringText(text: string): BroughtText {
  const read = readText(text);
  if (read.kind === 'refused') return read;
  const from = kindOfDocument(read.document);
  if (from === 'unknown') return refused('This is no survey of SurveyJS, Qualtrics, Formbricks or Rolecall.');
  const brought = bringSafely(from, read.document);
  if (!brought)
    return refused('Something in this survey is not as its product writes it. Export it once more.');
  if (brought.draft.questions.length === 0 && brought.report.length === 0)
    return refused('There is no question in this survey.');
  return { kind: 'brought', from, brought };
}

/** Nested deeper than a call can go is the one thing in a file that no bound on its parts catches. */
function bringSafely(from: Exclude<ForeignKind, 'unknown'>, document: unknown): Brought | null {
  try {
    return isForeign(from) ? bringForeign(from, document) : bringDocument(document);
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

function refused(sentence: string): BroughtText {
  return { kind: 'refused', sentence };
}
