import { createPublicKey } from 'node:crypto';
import { isIP } from 'node:net';
import { codeOf, type Dns, openDns } from './ask-dns.server.ts';
import type {
  DkimFacts,
  DmarcFacts,
  MailFacts,
  ReturnFacts,
  Silent,
  SmtpHost,
  SpfFacts,
  SpfResult,
} from './mail-facts.ts';

/** What is looked up, and what this installation says of itself. */
export interface MailSubject {
  domain: string;
  /** The domain of MAIL_FROM. */
  sender: string;
  smtpUrl: string;
  dkim: { domain: string; selector: string | null; privateKey: string | null };
  /** Where mails that come back go. */
  envelope: string;
  dnsServers: readonly string[];
}

/** Asks DNS about a domain that mail comes from. What gets no answer is told as such; nothing is written. */
export async function lookUpMail(subject: MailSubject): Promise<MailFacts> {
  const dns = openDns(subject.dnsServers);
  const smtpHost = await findHost(dns, subject.smtpUrl);
  const [spf, dkim, dmarc, returns] = await Promise.all([
    orSilent(() => lookUpSpf(dns, subject.envelope, smtpHost)),
    orSilent(() => lookUpDkim(dns, subject.dkim)),
    orSilent(() => lookUpDmarc(dns, subject)),
    orSilent(() => lookUpReturns(dns, subject.envelope)),
  ]);
  return { domain: subject.domain, sender: subject.sender, smtpHost, spf, dkim, dmarc, returns };
}

async function orSilent<T>(look: () => Promise<T>): Promise<T | Silent> {
  try {
    return await look();
  } catch (fault) {
    return { silent: codeOf(fault) };
  }
}

/** Addresses of one mail server that are tried on the record: more of them say nothing new. */
const SOME = 4;

async function findHost(dns: Dns, smtpUrl: string): Promise<SmtpHost | null> {
  if (!URL.canParse(smtpUrl) || smtpUrl === 'mailbox:') return null;
  const name = new URL(smtpUrl).hostname.replace(/^\[|\]$/g, '');
  if (name === 'localhost' || name === '::1' || name.startsWith('127.')) return null;
  if (isIP(name)) return { name, addresses: [name] };
  const addresses = await dns.addresses(name).catch(() => []);
  return { name, addresses: addresses.slice(0, SOME) };
}

/** Of a net that is for examples only, so no record names it, and the whole of it is read. */
const NOBODY = '192.0.2.1';

async function lookUpSpf(dns: Dns, domain: string, host: SmtpHost | null): Promise<SpfFacts> {
  const records = (await dns.txt(domain)).filter((text) => /^v=spf1( |$)/i.test(text));
  if (records.length !== 1) return { domain, records, read: null, hosts: [] };
  const { spf } = await import('mailauth/lib/spf/index.js');
  const included = new Set<string>();
  const resolver = (name: string, type: string) => {
    if (type === 'TXT' && name.toLowerCase() !== domain) included.add(name.toLowerCase());
    return dns.resolve(name, type);
  };
  const evaluate = (ip: string) =>
    spf({
      sender: `postmaster@${domain}`,
      ip,
      helo: domain,
      mta: domain,
      resolver: resolver as never,
      strict: true,
    });
  const { status, lookups } = await evaluate(NOBODY);
  const read = {
    result: status.result as SpfResult,
    words: typeof status.comment === 'string' ? status.comment.replace(/^[^:]*: /, '') : '',
    lookups: lookups?.count ?? 0,
    included: [...included],
  };
  const hosts = [];
  for (const address of host?.addresses ?? [])
    hosts.push({ address, result: (await evaluate(address)).status.result as SpfResult });
  return { domain, records, read, hosts };
}

async function lookUpDkim(
  dns: Dns,
  { domain, selector, privateKey }: MailSubject['dkim'],
): Promise<DkimFacts> {
  const ours = privateKey === null ? null : ownKey(privateKey);
  const nothing = { domain, selector, records: [], key: null, fault: null, ours };
  if (selector === null) return nothing;
  const name = `${selector}._domainkey.${domain}`;
  const records = await dns.txt(name);
  if (records.length !== 1) return { ...nothing, records };
  const { default: tools } = await import('mailauth/lib/tools.js');
  try {
    const found = await tools.getPublicKey('DKIM', name, 1, (asked, type) => dns.resolve(asked, type));
    const { type, base64 } = publishedForm(found.publicKey.toString());
    const key = { type, base64, bits: found.modulusLength ?? null, testing: found.testing };
    return { ...nothing, records, key };
  } catch (fault) {
    return { ...nothing, records, fault: fault instanceof Error ? fault.message : String(fault) };
  }
}

/** Null for what is no key: whoever signs with it says so at the start. */
function ownKey(privateKey: string): DkimFacts['ours'] {
  try {
    return publishedForm(privateKey);
  } catch {
    return null;
  }
}

/** A key as it stands in the record: RFC 6376 publishes the whole structure of an RSA key, RFC 8463 the bare Ed25519 one. */
function publishedForm(pem: string): { type: string; base64: string } {
  const key = createPublicKey(pem);
  const der = key.export({ type: 'spki', format: 'der' });
  const bare = key.asymmetricKeyType === 'ed25519' ? der.subarray(-32) : der;
  return { type: key.asymmetricKeyType ?? 'unknown', base64: bare.toString('base64') };
}

async function lookUpDmarc(dns: Dns, { domain, sender, envelope, dkim }: MailSubject): Promise<DmarcFacts> {
  const { default: walk } = await import('mailauth/lib/dmarc/get-dmarc-record.js');
  const lookup = walk.createRecordLookup((name, type) => dns.resolve(name, type));
  const here = (await dns.txt(`_dmarc.${domain}`)).filter((text) => /^v\s*=\s*DMARC1\s*(;|$)/i.test(text));
  const { record, recordDomain } = await walk.discoverPolicy(domain, lookup);
  const [ofDomain, ofSender, ofEnvelope, ofSigner] = await Promise.all(
    [domain, sender, envelope, dkim.domain].map((name) => walk.getOrgDomain(name, lookup)),
  );
  return {
    organisation: { domain: ofDomain!, sender: ofSender!, envelope: ofEnvelope!, signer: ofSigner! },
    here: here.length,
    record: record
      ? {
          at: recordDomain ?? domain,
          text: record.rr,
          policy: walk.getPolicyTags(record)?.p ?? null,
          rua: record.rua ?? null,
          strictSpf: record.aspf === 's',
          strictDkim: record.adkim === 's',
        }
      : null,
  };
}

async function lookUpReturns(dns: Dns, domain: string): Promise<ReturnFacts> {
  const found = (await dns.mx(domain)).sort((one, other) => one.priority - other.priority);
  const exchanges = await Promise.all(
    found.map(async ({ exchange, priority }) => ({
      name: exchange === '.' ? '' : exchange,
      preference: priority,
      hasAddress: exchange !== '' && exchange !== '.' && (await dns.addresses(exchange)).length > 0,
    })),
  );
  return { domain, exchanges, hasAddress: (await dns.addresses(domain)).length > 0 };
}
