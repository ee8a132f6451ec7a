import { withoutPipes } from '../logic/piping.ts';
import { type Clash, mergeDrafts } from '../merge/merge-drafts.ts';
import { putClashing } from '../merge/put-clashing.ts';
import { same } from '../merge/same.ts';
import { sayMet } from '../merge/say-met.ts';
import type { SharedAnswers } from '../shared-answers.ts';
import type { Draft, DraftQuestion } from './draft.ts';
import { applyAct, type DraftAct } from './draft-act.ts';
import { sayAct } from './say-act.ts';

/** The words around the questions, where no question is shown. */
export const OPENING = 'opening';

/** One thing that can be undone: the draft before and after it, and what it was. */
export interface Step {
  before: Draft;
  after: Draft;
  words: string;
  /** Where it was typed, so that a sentence is one step and not thirty; null for an act. */
  typedIn: string | null;
  at: number;
}

/** Everything that the editor's page holds while script runs. */
export interface Builder {
  draft: Draft;
  /** What the server holds, and its number: a draft that is this very object is saved. */
  base: Draft;
  revision: number;
  savedAt: number;
  /** The key of the question in the form, `opening`, or null for an empty survey. */
  shown: string | null;
  past: readonly Step[];
  future: readonly Step[];
  clashes: readonly Clash[];
  /** What somebody else's save did, until the next one. */
  news: string | null;
  /** For those who hear the page. */
  said: string;
  /** Where the focus goes after the last act; a new object each time. */
  focus: { id: string } | null;
}

export type Change =
  | { kind: 'act'; act: DraftAct; at: number }
  | { kind: 'typed'; question: DraftQuestion; field: string; at: number }
  | { kind: 'typed_around'; field: 'intro' | 'closing'; text: string; at: number }
  | { kind: 'chose_shared'; shared: SharedAnswers; at: number }
  | { kind: 'show'; key: string; focus?: string }
  | { kind: 'undo' | 'redo' }
  | { kind: 'saved'; sent: Draft; revision: number; at: number; accepted: Draft['accepted'] }
  | { kind: 'met'; theirs: Draft; revision: number; by: string | null; at: number }
  | { kind: 'settle'; clash: Clash; keep: 'mine' | 'theirs'; at: number }
  | { kind: 'take_up'; base: Draft; draft: Draft };

export function openBuilder(given: Pick<Builder, 'draft' | 'revision' | 'savedAt' | 'shown'>): Builder {
  const blank = { past: [], future: [], clashes: [], news: null, said: '', focus: null };
  return { ...given, base: given.draft, ...blank };
}

export function changeBuilder(state: Builder, change: Change): Builder {
  switch (change.kind) {
    case 'act':
      return act(state, change.act, change.at);
    case 'typed': {
      const typed = { question: change.question, around: null };
      const { draft } = applyAct(state.draft, typed, { kind: 'save' });
      return step(state, draft, {
        words: `words of ${nameOf(state.draft, change.question.key)}`,
        typedIn: `${change.question.key}.${change.field}`,
        at: change.at,
      });
    }
    case 'typed_around':
      return step(
        state,
        { ...state.draft, [change.field]: change.text },
        { words: 'words around the questions', typedIn: change.field, at: change.at },
      );
    case 'chose_shared':
      return step(
        state,
        { ...state.draft, shared: change.shared },
        { words: 'what a shared link makes of its answers', typedIn: null, at: change.at },
      );
    case 'show':
      return { ...state, shown: change.key, focus: change.focus ? { id: change.focus } : null };
    case 'undo':
    case 'redo':
      return retrace(state, change.kind);
    case 'saved':
      return saved(state, change);
    case 'met':
      return meet(state, change);
    case 'settle':
      return settle(state, change);
    case 'take_up': {
      const { draft, clashes } = mergeDrafts(change.base, change.draft, state.draft);
      return { ...state, draft, clashes, said: 'What you typed is back.' };
    }
    default:
      return change satisfies never;
  }
}

function act(state: Builder, wanted: DraftAct, at: number): Builder {
  const question = state.draft.questions.find(({ key }) => key === state.shown) ?? null;
  const { draft, show, focus } = applyAct(state.draft, { question, around: null }, wanted);
  const words = sayAct(wanted, state.draft, state.shown);
  const stepped = step(state, draft, { words, typedIn: null, at });
  const shown = state.shown === OPENING && wanted.kind !== 'add' && wanted.kind !== 'copy';
  return {
    ...stepped,
    shown: shown ? OPENING : shownAfter(state, draft, show),
    said: saySeat(draft, wanted) ?? stepped.said,
    focus: focus ? { id: focus } : stepped.focus,
  };
}

/** Dropping the shown question shows the one that took its place. */
function shownAfter({ draft: before, shown }: Builder, draft: Draft, show: string | null): string | null {
  if (show !== null) return show;
  const at = before.questions.findIndex(({ key }) => key === shown);
  return (draft.questions[at] ?? draft.questions.at(-1))?.key ?? null;
}

const MOST_STEPS = 300;
/** Pauses longer than this end a step. */
const ONE_BREATH = 3000;

function step(state: Builder, draft: Draft, told: Pick<Step, 'words' | 'typedIn' | 'at'>): Builder {
  if (same(draft, state.draft)) return state;
  const last = state.past.at(-1);
  const goesOn =
    told.typedIn !== null &&
    last?.typedIn === told.typedIn &&
    last.after === state.draft &&
    told.at - last.at < ONE_BREATH;
  const past = goesOn
    ? [...state.past.slice(0, -1), { ...last, after: draft, at: told.at }]
    : [...state.past, { ...told, before: state.draft, after: draft }].slice(-MOST_STEPS);
  return {
    ...state,
    draft,
    past,
    future: [],
    said: told.typedIn === null ? sentence(told.words) : state.said,
  };
}

/** Takes a step back, or again; what somebody else changed meanwhile stays as they left it. */
function retrace(state: Builder, way: 'undo' | 'redo'): Builder {
  const [from, onto] = way === 'undo' ? [state.past, state.future] : [state.future, state.past];
  const taken = from.at(-1);
  if (!taken) return { ...state, said: way === 'undo' ? 'Nothing to undo.' : 'Nothing to redo.' };
  const [was, wanted] = way === 'undo' ? [taken.after, taken.before] : [taken.before, taken.after];
  const { draft, clashes } =
    state.draft === was ? { draft: wanted, clashes: [] } : mergeDrafts(was, wanted, state.draft);
  const [past, future] =
    way === 'undo' ? [from.slice(0, -1), [...onto, taken]] : [[...onto, taken], from.slice(0, -1)];
  if (clashes.length > 0)
    return { ...state, past, future, said: `Somebody changed it since, so it stays: ${taken.words}.` };
  // Keys that were given once are not given again.
  const kept = { ...draft, next: Math.max(draft.next, state.draft.next) };
  return {
    ...state,
    ...{ draft: kept, past, future },
    shown: seen(state, kept),
    said: `${way === 'undo' ? 'Undone' : 'Done again'}: ${taken.words}.`,
  };
}

/** What is shown, or its neighbour where that is gone; a question that came back is shown. */
function seen({ draft: before, shown }: Builder, draft: Draft): string | null {
  const known = new Set(before.questions.map(({ key }) => key));
  const back = draft.questions.find(({ key }) => !known.has(key));
  if (back && draft.questions.length === before.questions.length + 1) return back.key;
  if (shown === OPENING || draft.questions.some(({ key }) => key === shown)) return shown;
  const at = before.questions.findIndex(({ key }) => key === shown);
  return (draft.questions[at] ?? draft.questions.at(-1))?.key ?? null;
}

/** The server signs acceptances, so its list takes the place of the one that was sent. */
function saved(
  state: Builder,
  { sent, revision, at, accepted }: Extract<Change, { kind: 'saved' }>,
): Builder {
  const base = same(sent.accepted, accepted) ? sent : { ...sent, accepted };
  const isAll = state.draft === sent;
  const draft = isAll ? base : mergeDrafts(sent, state.draft, base).draft;
  const past = state.past.map((one) => (one.after === state.draft ? { ...one, after: draft } : one));
  return { ...state, base, draft, past, revision, savedAt: at };
}

function meet(state: Builder, { theirs, revision, by, at }: Extract<Change, { kind: 'met' }>): Builder {
  const merged = mergeDrafts(state.base, state.draft, theirs);
  const news = sayMet(merged, by ?? 'Somebody else');
  const draft = same(merged.draft, theirs) ? theirs : merged.draft;
  return {
    ...state,
    ...{ draft, base: theirs, revision, savedAt: at, news, said: news },
    shown: seen(state, draft),
    clashes: [...state.clashes, ...merged.clashes],
  };
}

function settle(state: Builder, { clash, keep, at }: Extract<Change, { kind: 'settle' }>): Builder {
  const clashes = state.clashes.filter((one) => one !== clash);
  if (keep === 'theirs') return { ...state, clashes, said: 'Theirs stays.' };
  const words = clash.key ? `your words in ${nameOf(state.draft, clash.key)}` : 'your words';
  const stepped = step(state, putClashing(state.draft, clash), { words, typedIn: null, at });
  return { ...stepped, clashes, said: 'Yours stands now.' };
}

function nameOf(draft: Draft, key: string): string {
  return `question ${draft.questions.findIndex((question) => question.key === key) + 1}`;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

const PLACES = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** `Question 2, now third of 7.` after a move; null after anything else. */
function saySeat(draft: Draft, wanted: DraftAct): string | null {
  if (wanted.kind !== 'move' && wanted.kind !== 'up' && wanted.kind !== 'down') return null;
  const at = draft.questions.findIndex(({ key }) => key === wanted.key);
  const { wording, concept } = draft.questions[at] ?? { wording: '', concept: '' };
  const place = PLACES[at] ?? `number ${at + 1}`;
  return `${withoutPipes(wording) || concept || 'The question'}: now ${place} of ${draft.questions.length}.`;
}
