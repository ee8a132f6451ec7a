import type { Draft, DraftQuestion } from '../draft/draft.ts';
import { withFreshKeys } from '../draft/fresh-keys.ts';
import { isLines, type PartValue } from '../question/part.ts';
import type { Option } from '../question/shared.ts';
import { mergeList } from './merge-list.ts';
import { same } from './same.ts';

/** What one field of a draft can hold. */
export type FieldValue = PartValue | DraftQuestion['showIf'] | DraftQuestion['jumps'] | undefined;

/** A field that both editors changed. Theirs stands in the draft; mine is kept here until somebody decides. */
export interface Clash {
  /** The question; null for the words around the questions. */
  key: string | null;
  /** `intro`, `shared`, `wording`, `showIf`, `parts.low`, or a line by its key: `parts.options.o2`. */
  field: string;
  mine: FieldValue;
  theirs: FieldValue;
}

export interface MergedDraft {
  draft: Draft;
  clashes: Clash[];
  /** Questions that they changed, added or moved words into, in their order. */
  changed: string[];
  /** How many questions they dropped that stay dropped. */
  dropped: number;
  /** Questions that one dropped while the other wrote in them; they stay. */
  kept: { key: string; droppedBy: 'me' | 'them' }[];
}

const FIELDS = [
  'concept',
  'wording',
  'help',
  'required',
  'declinable',
  'serves',
  'assumes',
  'showIf',
  'jumps',
] as const satisfies readonly (keyof DraftQuestion)[];

/**
 * Two drafts that went on from the same one, as one: question by question and field by field, with what each moved,
 * added and dropped. Where both changed one field, theirs stands and a clash holds mine; where one dropped what the
 * other wrote in, it stays.
 */
export function mergeDrafts(base: Draft, written: Draft, theirs: Draft): MergedDraft {
  const mine = withFreshKeys(base, written, theirs);
  const clashes: Clash[] = [];
  const kept: MergedDraft['kept'] = [];
  const around = <Field extends 'intro' | 'closing' | 'shared'>(field: Field) =>
    settle(base[field], mine[field], theirs[field], (clash) =>
      clashes.push({ key: null, field, ...clash }),
    ) as Draft[Field];
  const questions = mergeList(base.questions, mine.questions, theirs.questions, {
    keyOf: ({ key }) => key,
    mergeOne: (was, own, other) => mergeQuestion(was, own, other, clashes),
    onKept: (key, droppedBy) => kept.push({ key, droppedBy }),
  });
  const draft: Draft = {
    ...theirs,
    intro: around('intro'),
    closing: around('closing'),
    shared: around('shared'),
    questions,
    next: Math.max(mine.next, theirs.next),
    accepted: mergeList(base.accepted, mine.accepted, theirs.accepted, {
      keyOf: ({ finding }) => finding,
      mergeOne: (_was, _own, other) => other,
    }),
  };
  return { draft, clashes, kept, ...whatTheyDid(base, theirs, draft) };
}

function whatTheyDid(base: Draft, theirs: Draft, merged: Draft): Pick<MergedDraft, 'changed' | 'dropped'> {
  const was = new Map(base.questions.map((question) => [question.key, question]));
  const are = new Set(theirs.questions.map(({ key }) => key));
  const stay = new Set(merged.questions.map(({ key }) => key));
  return {
    changed: theirs.questions
      .filter((question) => !same(was.get(question.key), question))
      .map(({ key }) => key),
    dropped: base.questions.filter(({ key }) => !are.has(key) && !stay.has(key)).length,
  };
}

type OnClash = (clash: Pick<Clash, 'mine' | 'theirs'>) => void;

/** The value that stands: whichever changed, or theirs where both did. */
function settle(was: FieldValue, mine: FieldValue, theirs: FieldValue, onClash: OnClash): FieldValue {
  if (same(mine, theirs) || same(theirs, was)) return mine;
  if (!same(mine, was)) onClash({ mine, theirs });
  return theirs;
}

function mergeQuestion(
  was: DraftQuestion,
  mine: DraftQuestion,
  theirs: DraftQuestion,
  clashes: Clash[],
): DraftQuestion {
  if (mine === theirs || same(theirs, was)) return mine;
  const { key } = mine;
  const told = FIELDS.map((field) => [
    field,
    settle(was[field], mine[field], theirs[field], (clash) => clashes.push({ key, field, ...clash })),
  ]);
  const names = new Set([...Object.keys(theirs.parts), ...Object.keys(mine.parts)]);
  const parts = [...names].map((name) => [
    name,
    mergePart(`parts.${name}`, was.parts[name], mine.parts[name], theirs.parts[name], (field, clash) =>
      clashes.push({ key, field, ...clash }),
    ),
  ]);
  const present = parts.filter(([, value]) => value !== undefined);
  return { ...theirs, ...Object.fromEntries(told), parts: Object.fromEntries(present) };
}

function mergePart(
  field: string,
  was: PartValue | undefined,
  mine: PartValue | undefined,
  theirs: PartValue | undefined,
  onClash: (field: string, clash: Pick<Clash, 'mine' | 'theirs'>) => void,
): FieldValue {
  if (!isLines(mine) || !isLines(theirs)) return settle(was, mine, theirs, (clash) => onClash(field, clash));
  return mergeList<Option>(isLines(was) ? was : [], mine, theirs, {
    keyOf: ({ key }) => key,
    mergeOne: (before, own, other) => ({
      key: other.key,
      label: settle(before.label, own.label, other.label, (clash) =>
        onClash(`${field}.${other.key}`, clash),
      ) as string,
    }),
  });
}
