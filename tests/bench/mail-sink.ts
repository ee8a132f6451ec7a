import { openScriptedSmtp } from '#tests/support/scripted-smtp.ts';

/** A mail server as a process of its own: tells where it listens, and how many mails it took whenever it is asked. */
const sink = await openScriptedSmtp();
process.send?.(sink.port);
process.on('message', () => {
  let taken = 0;
  for (const copies of sink.taken.values()) taken += copies.length;
  process.send?.(taken);
});
process.once('disconnect', () => void sink.close());
