import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs a Debian package when that is possible here; otherwise says what the person has to do. */
export function installOnDebian(name: string, program: string, onMac: string): void {
  if (process.platform === 'darwin')
    throw new Error(`The tests need ${program}: install it with \`${onMac}\`.`);
  const possible = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (!possible)
    throw new Error(`The tests need ${program}: install it, on Debian with \`apt-get install ${name}\`.`);
  process.stdout.write(`Installing ${program} ...\n`);
  aptGet(['update']);
  aptGet(['install', '-y', '--no-install-recommends', name]);
}

function aptGet(args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`\`apt-get ${args.join(' ')}\` failed; the lines above say why.`);
}
