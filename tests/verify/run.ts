/**
 * Proves Rolecall part by part and ends with `N passed, N failed`; the exit code is 1 when anything failed.
 * Names of parts as arguments run only those. A part that fails does not keep the others from running.
 */
import { clearAway, PARTS, type Part } from './parts.ts';
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

interface Result {
  part: Part;
  tally: Tally;
  seconds: number;
}

const results: Result[] = [];
const wanted = PARTS.filter(({ name }) => asked.length === 0 || asked.includes(name));
const begun = new Map(wanted.filter(({ beside }) => beside).map((part) => [part, timed(part)]));
for (const part of wanted) {
  say(`\n=== ${part.name}: ${part.says}`);
  const result = await (begun.get(part) ?? timed(part));
  results.push(result);
  say(`--- ${line(result)}`);
}
await clearAway();

say('\n=== together');
for (const result of results) say(line(result));
const { passed, failed, names } = sum(results.map((result) => result.tally));
for (const name of names) say(`failed: ${name}`);
process.stdout.write(`${passed} passed, ${failed} failed\n`, () => process.exit(failed > 0 ? 1 : 0));

async function timed(part: Part): Promise<Result> {
  const start = performance.now();
  const tally = await attempt(part);
  return { part, tally, seconds: (performance.now() - start) / 1000 };
}

async function attempt(part: Part): Promise<Tally> {
  try {
    return await part.run();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1, names: [] };
  }
}

function line({ part, tally: { passed, failed }, seconds }: Result): string {
  return `${part.name.padEnd(10)} ${passed} passed, ${failed} failed in ${seconds.toFixed(1)} s`;
}

async function giveUp(): Promise<void> {
  stopTools();
  await clearAway();
  process.exit(130);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
