/**
 * What another product fills in, while its texts are read: a mark that no file can hold, because these letters are
 * taken out of every text first.
 */
const OPEN = '\ue000';
const REST = '\ue001';
const CLOSE = '\ue002';

/** A mark for an answer or a fact of theirs, with what stands there when nothing is known. */
export function mark(theirs: string, fallback = ''): string {
  return `${OPEN}${theirs}${REST}${fallback}${CLOSE}`;
}

const MARK = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${REST}([^${OPEN}${CLOSE}]*)${CLOSE}`, 'g');

/** Says each mark in words of ours. */
export function sayMarks(text: string, say: (theirs: string, fallback: string) => string): string {
  return text.replace(MARK, (_, theirs: string, fallback: string) => say(theirs, fallback));
}

/** Braces that would read as a piping of ours, and are none, are parted. */
export function withoutBraces(text: string): string {
  return text.replace(/\{(?=[{\ue000])/g, '{ ').replace(/(?<=[}\ue002])\}/g, ' }');
}
