import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What mail is signed with (RFC 6376); its public half stands in the DNS under selector and domain. */
export interface DkimKey {
  domain: string;
  selector: string;
  /** PEM */
  privateKey: string;
}

export type ReadDkim = { kind: 'read'; key: DkimKey | null } | { kind: 'faulty'; sentence: string };

interface DkimVars {
  DKIM_DOMAIN?: string | undefined;
  DKIM_SELECTOR?: string | undefined;
  DKIM_KEY_FILE?: string | undefined;
  DKIM_PRIVATE_KEY?: string | undefined;
}

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Reads how this server signs its mail; no key where none of it is set, and a sentence where only a part is. */
export function readDkim(vars: DkimVars): ReadDkim {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: file, DKIM_PRIVATE_KEY: text } = vars;
  if (!domain && !selector && !file && !text) return { kind: 'read', key: null };
  if (file && text) return faulty('DKIM_KEY_FILE and DKIM_PRIVATE_KEY are both set; keep one of them.');
  if (!domain) return faulty('DKIM_DOMAIN is missing; it is the domain of MAIL_FROM, or one above it.');
  if (!selector)
    return faulty('DKIM_SELECTOR is missing; it is the name under which the public key stands in the DNS.');
  if (!file && !text)
    return faulty('DKIM_KEY_FILE is missing; it names the file that holds the private key.');
  if (!isDomain(domain)) return faulty('DKIM_DOMAIN must be a domain, such as example.com.');
  if (!selector.split('.').every((label) => LABEL.test(label)))
    return faulty('DKIM_SELECTOR must be a name of letters, digits and hyphens, such as rolecall1.');
  return readKey({ domain: domain.toLowerCase(), selector: selector.toLowerCase() }, { file, text });
}

function isDomain(text: string): boolean {
  const labels = text.split('.');
  return labels.length > 1 && labels.every((label) => LABEL.test(label));
}

function readKey(
  named: { domain: string; selector: string },
  { file, text }: { file: string | undefined; text: string | undefined },
): ReadDkim {
  const variable = file ? 'DKIM_KEY_FILE' : 'DKIM_PRIVATE_KEY';
  const pem = file ? fileText(file) : text!.replaceAll('\\n', '\n');
  if (pem === null) return faulty(`DKIM_KEY_FILE names ${file}, which cannot be read.`);
  const key = privateKeyOf(pem);
  if (!key)
    return faulty(`${variable} holds no private key that can be read: a PEM without a password is needed.`);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa')
    return faulty(`${variable} must hold an RSA key; mail servers check that kind.`);
  if (bits < 1024)
    return faulty(`${variable} has ${bits} bits; at least 1024 are needed, and 2048 are better.`);
  return { kind: 'read', key: { ...named, privateKey: pem } };
}

function fileText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function privateKeyOf(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}

function faulty(sentence: string): ReadDkim {
  return { kind: 'faulty', sentence };
}
