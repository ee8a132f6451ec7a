/**
 * Proves Rolecall part by part and ends with `N passed, N failed`; the exit code is 1 when anything failed.
 * Names of parts as arguments run only those. A part that fails does not keep the others from running.
 */
import { PARTS, type Part, stopPostgres } from './parts.ts';
import { sum, type Tally } from './tally.ts';
import { stopTools } from './tools.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, giveUp);
process.once('disconnect', giveUp);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0) {
  say(`There is no part ${unknown.join(', ')}. Parts: ${PARTS.map((part) => part.name).join(', ')}.`);
  process.exit(2);
}

const results: { part: Part; tally: Tally; seconds: number }[] = [];
for (const part of PARTS.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  say(`\n=== ${part.name}: ${part.says}`);
  const start = performance.now();
  const tally = await attempt(part);
  const seconds = (performance.now() - start) / 1000;
  results.push({ part, tally, seconds });
  say(`--- ${line(part, tally, seconds)}`);
}
await stopPostgres();

say('\n=== together');
for (const { part, tally, seconds } of results) say(line(part, tally, seconds));
const { passed, failed } = sum(results.map((result) => result.tally));
process.stdout.write(`${passed} passed, ${failed} failed\n`, () => process.exit(failed > 0 ? 1 : 0));

async function attempt(part: Part): Promise<Tally> {
  try {
    return await part.run();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  }
}

function line(part: Part, { passed, failed }: Tally, seconds: number): string {
  return `${part.name.padEnd(10)} ${passed} passed, ${failed} failed in ${seconds.toFixed(1)} s`;
}

async function giveUp(): Promise<void> {
  stopTools();
  await stopPostgres();
  process.exit(130);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
