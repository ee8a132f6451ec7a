import { openScriptedSmtp, TAKEN } from '#tests/support/scripted-smtp.ts';

/**
 * A mail server as a process of its own: tells where it listens, and how many mails it took whenever it is asked. It takes its
 * first argument's milliseconds for each mail, as one does that keeps it on a disk.
 */
const wait = Number(process.argv[2] ?? 0);
const sink = await openScriptedSmtp(({ step }) =>
  wait > 0 && step === 'dot' ? { say: TAKEN, wait } : undefined,
);
process.send?.(sink.port);
process.on('message', () => {
  let taken = 0;
  for (const copies of sink.taken.values()) taken += copies.length;
  process.send?.(taken);
});
process.once('disconnect', () => void sink.close());
