import { withoutPipes } from '../logic/piping.ts';

export interface DiffPart {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/**
 * What changed between two texts, word by word, by their longest common subsequence. The parts that are not `new` read
 * as `before`, those that are not `gone` as `after`; neighbours of a kind are one part, what is gone comes first.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const [old, fresh] = [tokensOf(before), tokensOf(after)];
  return changedRuns(walk(old, fresh, commonLengths(old, fresh))).flatMap(partsOf);
}

/** The same of two texts as a member reads them; as they are written where only what is filled in became another. */
export function diffAsRead(before: string, after: string, personaName: string): DiffPart[] {
  const [was, is] = [withoutPipes(before, personaName), withoutPipes(after, personaName)];
  return was === is ? diffWords(before, after) : diffWords(was, is);
}

/** The parts that one of the two texts is made of, to show it alone with its own words marked. */
export function sideOf(parts: readonly DiffPart[], side: 'before' | 'after'): DiffPart[] {
  const other = side === 'before' ? 'new' : 'gone';
  return parts.filter(({ kind }) => kind !== other);
}

/** Words, blanks and single other signs: a comma that comes or goes does not change the word before it. */
function tokensOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}]+(?:['’\-.][\p{L}\p{M}\p{N}]+)*|[^\s]/gu) ?? [];
}

/** For each pair of places the length of the longest common subsequence of what follows. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1)
      lengths[i]![j] =
        old[i] === fresh[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
}

function walk(old: readonly string[], fresh: readonly string[], lengths: readonly Uint16Array[]): DiffPart[] {
  const steps: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      steps.push({ kind: 'same', text: old[i]! });
      [i, j] = [i + 1, j + 1];
    } else if (j === fresh.length || (i < old.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      steps.push({ kind: 'gone', text: old[i]! });
      i += 1;
    } else {
      steps.push({ kind: 'new', text: fresh[j]! });
      j += 1;
    }
  }
  return steps;
}

interface Run {
  same: string;
  gone: string;
  new: string;
}

/** Gathers neighbours: what stayed, then what changed after it. A blank between two changes belongs to both. */
function changedRuns(steps: readonly DiffPart[]): Run[] {
  const runs: Run[] = [];
  for (const [at, { kind, text }] of steps.entries()) {
    const run = runs.at(-1);
    const isChanging = run !== undefined && (run.gone !== '' || run.new !== '');
    if (kind !== 'same') {
      if (run) run[kind] += text;
      else runs.push({ same: '', gone: '', new: '', [kind]: text });
    } else if (isChanging && text.trim() === '' && (steps[at + 1]?.kind ?? 'same') !== 'same') {
      run.gone += text;
      run.new += text;
    } else if (isChanging || !run) runs.push({ same: text, gone: '', new: '' });
    else run.same += text;
  }
  return runs;
}

function partsOf(run: Run): DiffPart[] {
  const parts: DiffPart[] = [
    { kind: 'same', text: run.same },
    { kind: 'gone', text: run.gone },
    { kind: 'new', text: run.new },
  ];
  return parts.filter(({ text }) => text !== '');
}
