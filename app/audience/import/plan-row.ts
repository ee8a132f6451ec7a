import type { Account } from '../account.ts';
import type { Batch, Fate, Settled } from './batch.ts';
import type { Reason } from './import-limits.ts';
import { doubtEmployment, doubtRole, type KnownPerson, matchPerson } from './known-people.ts';
import type { PersonRow } from './person-row.ts';
import { readRoleCell } from './role-words.ts';
import { writeAccount, writeKnown, writeNew } from './row-writes.ts';

/** Decides what happens to one row and adds what it writes to the batch. Reads and writes nothing else. */
export function planRow(batch: Batch, line: number, row: PersonRow): Fate {
  const { settled, known } = batch;
  const standing = settled.facts.standingOf(line, row);
  if (standing.kind === 'contradicted') {
    return { kind: 'need_you', reason: settled.contradictions.reasonFor(line, standing.key) };
  }
  if (standing.kind === 'repeated')
    return { kind: 'here', newTitle: false, newRole: false, newAccount: false };
  const role = readRole(settled, row);
  if (role.kind !== 'read') return role;
  const startedAt = row.roleStart ? Date.parse(row.roleStart) : settled.now;
  if (role.personaId && startedAt > settled.now) {
    const sentence = `The role begins on ${row.roleStart}, which is still to come.`;
    return { kind: 'need_you', reason: { code: 'ROLE_START_DATE', sentence } };
  }
  const match = matchPerson(row, known);
  if (match.kind === 'reject') return { kind: 'need_you', reason: match.reason };
  const found = batch.accounts.find(row.account, settled.makeId);
  if (found.kind === 'reject') return { kind: 'need_you', reason: found.reason };
  const doubt = match.kind === 'known' && doubtKnown(batch, match.person, found.account, role.personaId);
  if (doubt) return { kind: 'need_you', reason: doubt };
  const account = writeAccount(batch, row, found);
  const episode = role.personaId ? { personaId: role.personaId, word: row.roleText, startedAt } : null;
  if (match.kind === 'known') return writeKnown(batch, row, match.person, account, episode, found.isNew);
  writeNew(batch, row, account, episode);
  return { kind: 'new', withRole: episode !== null, newAccount: found.isNew };
}

type ReadRole = { kind: 'read'; personaId: string | null } | Extract<Fate, { kind: 'wait' | 'need_you' }>;

function readRole({ words }: Settled, row: PersonRow): ReadRole {
  const role = readRoleCell(row.roleText, words);
  switch (role.kind) {
    case 'blank':
      return { kind: 'read', personaId: null };
    case 'persona':
      return { kind: 'read', personaId: role.personaId };
    case 'unknown':
      return {
        kind: 'wait',
        reason: { code: 'WORD_WAITS', sentence: `Nobody has said yet what “${role.word}” means.` },
      };
    case 'two_hats': {
      const hats = role.words.map((word) => `“${word}”`).join(' and ');
      return {
        kind: 'need_you',
        reason: { code: 'TWO_HATS', sentence: `${hats} are two roles. In which one is this person meant?` },
      };
    }
    default:
      return role satisfies never;
  }
}

function doubtKnown(
  { settled, known }: Batch,
  person: KnownPerson,
  account: Account,
  personaId: string | null,
): Reason | null {
  const employment = doubtEmployment(person, account, known);
  if (employment || personaId === null) return employment;
  return doubtRole(person, account.id, personaId, settled.personaName);
}
