import { describe, expect, it } from 'vitest';
import { readEnv } from '#app/platform/env.server.ts';
import { readReturnAddress, returnAddress } from './return-address.server.ts';

const vars = {
  DATABASE_URL: ':memory:',
  APP_SECRET: 'a test secret of 32 letters 0123456789',
  MAIL_FROM: 'ask@northwind.example',
  BOUNCE_DOMAIN: 'Bounce.northwind.example',
};
const env = readEnv(vars);
const ID = '01980c5e-0000-7abc-8def-0123456789ab';

describe('the return address of a message', () => {
  it('fits the local part of an address and names its message', () => {
    const address = returnAddress(env, ID);
    expect(address).toMatch(/^b\+01980c5e00007abc8def0123456789ab\.[0-9a-f]{28}@bounce\.northwind\.example$/);
    expect(address.split('@')[0]!.length).toBeLessThanOrEqual(64);
    expect(readReturnAddress(env, address)).toBe(ID);
  });

  it('is read back from a server that changed its case', () => {
    expect(readReturnAddress(env, returnAddress(env, ID).toUpperCase())).toBe(ID);
  });

  it('is known after a change of secret, and not without the former one', () => {
    const address = returnAddress(env, ID);
    const APP_SECRET = 'another secret of 32 letters, 987654321';
    expect(
      readReturnAddress(readEnv({ ...vars, APP_SECRET, APP_SECRET_FORMER: vars.APP_SECRET }), address),
    ).toBe(ID);
    expect(readReturnAddress(readEnv({ ...vars, APP_SECRET }), address)).toBeNull();
  });

  it('proves nothing once one character of it is another', () => {
    const address = returnAddress(env, ID);
    const [local, domain] = address.split('@') as [string, string];
    for (let at = 2; at < local.length; at += 1) {
      const other = local[at] === '0' ? '1' : '0';
      const forged = `${local.slice(0, at)}${other}${local.slice(at + 1)}@${domain}`;
      expect(readReturnAddress(env, forged), forged).toBeNull();
    }
    expect(readReturnAddress(env, `${local}@elsewhere.example`)).toBeNull();
  });

  it('is the sender’s own where no domain is there for it', () => {
    const { BOUNCE_DOMAIN: _, ...without } = vars;
    expect(returnAddress(readEnv(without), ID)).toBe('ask@northwind.example');
  });
});
