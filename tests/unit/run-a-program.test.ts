import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, run } from '#app/install.mjs';

it('a program that npm run up starts hands back its exit code', async () => {
  expect(await run(process.execPath, ['-e', 'process.exit(7)'])).toBe(7);
});

it('a program that a signal ended says which, as a shell does', async () => {
  expect(await run(process.execPath, ['-e', "process.kill(process.pid, 'SIGKILL')"])).toBe(128 + 9);
});

/** Answers a request that was under way when the signal came, then says how often it was told. */
const SERVER = `
  let told = 0;
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {
    if (++told === 1) setTimeout(() => { console.log('told', told); process.exit(0); }, 300);
  });
  setInterval(() => {}, 1000);
  console.log('listening');`;

it('Ctrl-C reaches the program once, however often the terminal and npm pass it on, and is waited for', async () => {
  const starter = `import { run } from ${JSON.stringify(join(root, 'app', 'install.mjs'))};
    process.exitCode = await run(process.execPath, ['-e', ${JSON.stringify(SERVER)}], { tied: true });`;
  const up = spawn(process.execPath, ['--input-type=module', '-e', starter], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  up.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (text.includes('listening'))
      for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM'] as const) up.kill(signal);
  });
  const [code] = await once(up, 'exit');
  expect(said).toBe('listening\ntold 1\n');
  expect(code).toBe(0);
});

it('no shell of npm stands between a signal and the program: it would die and leave the program running', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const name of ['up', 'verify', 'start']) expect(scripts[name], name).toMatch(/^exec /);
});
