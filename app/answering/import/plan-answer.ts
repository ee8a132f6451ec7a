import type { AccountBook } from '#app/audience/import/account-book.ts';
import type { Reason } from '#app/audience/import/import-limits.ts';
import { readRoleCell } from '#app/audience/import/role-words.ts';

import { type AnswerColumns, type AnswerRow, readAnswerRow } from './answer-row.ts';
import type { UnplacedCode } from './answer-words.ts';

/** Where an answer was given, when the file says so. */
export interface AnswerAccount {
  id: string;
  name: string;
  nameKey: string;
  isNew: boolean;
}

export type AnswerFate =
  | { kind: 'placed'; row: AnswerRow; account: AnswerAccount | null; personaId: string }
  | { kind: 'unplaced'; row: AnswerRow; account: AnswerAccount | null; reason: Reason<UnplacedCode> }
  | { kind: 'set_aside' | 'silent' | 'need_you'; reason: Reason };

export interface AnswerRules {
  columns: AnswerColumns;
  /** What each role word means, by `wordKey`; null says that it names no role. */
  words: ReadonlyMap<string, string | null>;
  accounts: AccountBook;
  makeId(): string;
}

/** Decides what happens to one row. An account that the row names first is booked; nothing else changes. */
export function planAnswer(cells: readonly string[], rules: AnswerRules): AnswerFate {
  const read = readAnswerRow(cells, rules.columns);
  if (read.kind !== 'answer') return read;
  const { row } = read;
  const found = findAccount(row, rules);
  if (found.kind === 'need_you') return found;
  const { account } = found;
  const role = readRoleCell(row.roleText, rules.words);
  switch (role.kind) {
    case 'persona':
      return { kind: 'placed', row, account, personaId: role.personaId };
    case 'blank':
      return { kind: 'unplaced', row, account, reason: withoutRole(row.roleText) };
    case 'unknown': {
      const sentence = `Nobody has said yet what “${role.word}” means.`;
      return { kind: 'unplaced', row, account, reason: { code: 'WORD_UNDECIDED', sentence } };
    }
    case 'two_hats': {
      const hats = role.words.map((word) => `“${word}”`).join(' and ');
      const sentence = `${hats} are two roles. In which one was this answered?`;
      return { kind: 'unplaced', row, account, reason: { code: 'TWO_HATS', sentence } };
    }
    default:
      return role satisfies never;
  }
}

/** The one word that a role cell holds, to be decided by a person; blank where it holds none, or two. */
export function wordOf(roleText: string): string {
  const role = readRoleCell(roleText, NOTHING_DECIDED);
  return role.kind === 'unknown' ? role.word : '';
}

const NOTHING_DECIDED: ReadonlyMap<string, string | null> = new Map();

function withoutRole(roleText: string): Reason<UnplacedCode> {
  if (wordOf(roleText) === '')
    return { code: 'ROLE_MISSING', sentence: 'The file names no role for this answer.' };
  return { code: 'NO_ROLE', sentence: `“${roleText}” names no role, as decided for this file.` };
}

type FoundAccount = { kind: 'found'; account: AnswerAccount | null } | { kind: 'need_you'; reason: Reason };

function findAccount({ account: name }: AnswerRow, { accounts, makeId }: AnswerRules): FoundAccount {
  if (name === null) return { kind: 'found', account: null };
  const found = accounts.find({ name, externalId: null, domain: null, renewalDate: null }, makeId);
  if (found.kind === 'reject') return { kind: 'need_you', reason: found.reason };
  if (found.isNew) accounts.book(found.account);
  return { kind: 'found', account: { ...found.account, isNew: found.isNew } };
}
