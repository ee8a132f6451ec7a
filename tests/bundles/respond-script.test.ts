import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { RESPOND_SCRIPT } from '#app/answering/enhance/respond-script.ts';
import { root } from '#app/install.mjs';

const script = readFileSync(join(root, 'build/client/respond.js'));
const text = script.toString();

describe("the script of the respondent's page", () => {
  it('is under 4 KB on the wire', () => {
    expect(gzipSync(script).length).toBeLessThan(4096);
  });

  it('has an address that names what it holds', () => {
    const version = createHash('sha256').update(script).digest('hex').slice(0, 12);
    expect(RESPOND_SCRIPT, 'write this address into app/answering/enhance/respond-script.ts').toBe(
      `/respond.js?v=${version}`,
    );
  });

  it('keeps nothing on a machine that others may share, and makes no markup out of text', () => {
    expect(text.match(/localStorage|sessionStorage|indexedDB|document\.cookie|innerHTML|eval\(/g)).toBeNull();
  });

  it('leaves no name behind', () => {
    expect(text).toMatch(/^\(function\(\)\{|^\(\(\)=>\{|^!function\(\)\{/);
  });
});
