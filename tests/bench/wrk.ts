import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { installOnDebian } from '#tests/support/debian.ts';
import { CORE, machineSeconds, ownSeconds, pinned } from './processes.ts';
import { root, type Served } from './serve.ts';

const run = promisify(execFile);

const Measured = z.object({
  requests: z.number(),
  seconds: z.number(),
  refused: z.number(),
  lost: z.number(),
  p50: z.number(),
  p99: z.number(),
});

export interface Measured {
  /** Answered with 2xx or 3xx. */
  requests: number;
  perSecond: number;
  /** Of the server's process for each request, and of its PostgreSQL's, microseconds. */
  cpu: { server: number; database: number };
  /** How busy the server's core was, 0 to 1: well under 1, the load was the limit and not the server. */
  busy: number;
  /** Cores that others on this machine kept busy meanwhile: well over 0, the figures are theirs too. */
  others: number;
  p50: number;
  p99: number;
}

export function findWrk(): void {
  if (!existsSync('/usr/bin/wrk')) installOnDebian('wrk', 'wrk', 'brew install wrk');
}

/** What wrk sends: a line per request, a path alone or a path, a tab and a form. */
export async function writeRequests(folder: string, name: string, lines: readonly string[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}

export interface Phase {
  file: string;
  /** Begin the file again at its end; otherwise each request is sent once and the phase may end early. */
  round: boolean;
  seconds: number;
  connections: number;
}

/** Loads a server for some seconds from the other core. Throws when any answer was no 2xx or 3xx. */
export async function measure(server: Served, phase: Phase): Promise<Measured> {
  const before = await server.spent();
  const [machine, bench] = [machineSeconds(), ownSeconds()];
  const start = performance.now();
  const said = await runWrk(server.port, phase);
  const wall = (performance.now() - start) / 1000;
  const worked = machineSeconds() - machine - (ownSeconds() - bench);
  const after = await server.spent();
  if (said.refused + said.lost > 0)
    throw new Error(`${phase.file}: ${said.refused} refused and ${said.lost} lost of ${said.requests}`);
  if (said.requests === 0) throw new Error(`${phase.file}: nothing was answered in ${phase.seconds} s`);
  let [own, database] = [0, 0];
  for (const [pid, seconds] of after) {
    const spent = seconds - (before.get(pid) ?? 0);
    if (pid === server.pid) own += spent;
    else database += spent;
  }
  const perRequest = (seconds: number) => (seconds * 1e6) / said.requests;
  return {
    ...{ requests: said.requests, perSecond: said.requests / said.seconds, p50: said.p50, p99: said.p99 },
    ...{ cpu: { server: perRequest(own), database: perRequest(database) }, busy: own / said.seconds },
    others: Math.max(0, worked - own - database) / wall,
  };
}

async function runWrk(port: number, { file, round, seconds, connections }: Phase) {
  const script = join(root, 'tests', 'bench', 'wrk.lua');
  const load = ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, `http://127.0.0.1:${port}`];
  const [program, args] = pinned(CORE.load, 'wrk', [...load, '--', file, round ? 'round' : 'once']);
  const { stdout } = await run(program, args);
  const line = stdout.split('\n').find((text) => text.startsWith('{'));
  if (!line) throw new Error(`wrk said nothing: ${stdout}`);
  return Measured.parse(JSON.parse(line));
}
