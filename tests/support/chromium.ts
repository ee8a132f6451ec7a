import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { installOnDebian } from './debian.ts';

/** First the one without the windows, menus and side panels that nobody sees, and so with less to do. */
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A browser that asks the network for nothing on its own account. */
const FLAGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No picture is drawn on a card, and a process fewer takes turns on two cores.
  '--in-process-gpu',
];

/** Starts the Chromium of `CHROMIUM_PATH` or of this machine, headless. The caller closes it. */
export function launchChromium(): Promise<Browser> {
  // Chromium's sandbox refuses to work as root, which is what a container usually is.
  const args = process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS;
  return chromium.launch({ executablePath: findOrInstallChromium(), args });
}

export function findOrInstallChromium(): string {
  const found = findChromium();
  if (found) return found;
  installOnDebian('chromium-headless-shell', 'Chromium', 'brew install --cask google-chrome');
  const installed = findChromium();
  if (!installed) throw new Error('Chromium was installed, but is in none of the usual places.');
  return installed;
}

function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  return named || PLACES.find((place) => existsSync(place));
}
