import { CONNECTIONS } from '#app/platform/mail.ts';
import { brokenOf, type Proof } from './figures.ts';
import { FINAL, type Mode, type Row } from './ledger.ts';
import type { MailSink } from './mail-sink.ts';

export interface Sent {
  recipients: number;
  /** Senders that ended in the middle. */
  kills: number;
  /** Those that did so at a time. */
  senders: number;
  mode: Mode;
  /** So many senders were ended once more than there were kills. */
  hurried?: boolean | undefined;
}

/** Compares the ledger with what a mail server was given, row by row. */
export function proveSent(
  { recipients, kills, senders, mode, hurried }: Sent,
  { taken }: Pick<MailSink, 'taken'>,
  rows: readonly Row[],
  { mostAtOnce, doubted }: { mostAtOnce: number; doubted: ReadonlySet<string> },
): Proof {
  const states: Record<string, number> = {};
  for (const { state } of rows) states[state] = (states[state] ?? 0) + 1;
  const copies = (row: Row) => taken.get(row.to_address) ?? [];
  const doubled = rows.filter((row) => copies(row).length > 1);
  const lost = rows.filter(
    (row) => copies(row).length === 0 && (row.state === 'accepted' || mode !== 'hold'),
  );
  const foreign = rows.filter((row) => copies(row).some(({ messageId }) => messageId !== row.message_id));
  const unlike = doubled.filter((row) => new Set(copies(row).map(({ sha256 }) => sha256)).size > 1);
  const nonfinal = rows.filter(({ state }) => !FINAL.has(state)).length;
  const ends = kills + (hurried ? senders : 0);
  return {
    figures: {
      ...{ mode, recipients, senders, kills, states, nonfinal },
      ...{ taken: taken.size, lost: lost.length, duplicates: doubled.length },
      ...{ in_doubt: doubted.size, in_doubt_most_at_once: mostAtOnce },
      resent: rows.filter(({ resent }) => resent === 1).length,
    },
    broken: brokenOf({
      'everybody has a row': rows.length === recipients,
      'everybody ends in a named state': nonfinal === 0,
      'nobody is lost': lost.length === 0,
      'whoever got one is accepted or in doubt': rows.every(
        (row) => copies(row).length === 0 || row.state === 'accepted' || row.state === 'in_doubt',
      ),
      'each mail carries the id of its row': foreign.length === 0,
      'a kill leaves no more in doubt than there are connections':
        doubted.size <= ends * CONNECTIONS && mostAtOnce <= CONNECTIONS * senders,
      ...(mode === 'hold'
        ? { 'nobody gets two': doubled.length === 0 }
        : {
            'whoever got two was in doubt': doubled.every(({ id }) => doubted.has(id)),
            'two are equal to the byte, and there is no third':
              unlike.length === 0 && doubled.every((row) => copies(row).length === 2),
          }),
    }),
  };
}
