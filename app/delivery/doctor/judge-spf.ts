import type { Finding } from './finding.ts';
import type { SmtpHost, SpfFacts } from './mail-facts.ts';

/** RFC 7208 section 4.6.4. */
const MOST_LOOKUPS = 10;
/** From here on the next service that is added breaks it. */
const NEARLY = 9;

/** Where mail handed to a known service comes from is what that service says. */
const SERVICES: readonly { host: RegExp; include: string }[] = [
  { host: /(^|\.)amazonaws\.com$/, include: 'amazonses.com' },
  { host: /(^|\.)sendgrid\.net$/, include: 'sendgrid.net' },
  { host: /(^|\.)mailgun\.org$/, include: 'mailgun.org' },
  { host: /(^|\.)postmarkapp\.com$/, include: 'spf.mtasv.net' },
  { host: /(^|\.)(gmail|google)\.com$/, include: '_spf.google.com' },
  { host: /(^|\.)(office365|outlook)\.com$/, include: 'spf.protection.outlook.com' },
];

type Words = Omit<Finding, 'item'>;

export function judgeSpf(facts: SpfFacts, host: SmtpHost | null): Finding {
  return { item: 'spf', ...(faultOf(facts, host) ?? judgeSound(facts, host)) };
}

function faultOf(facts: SpfFacts, host: SmtpHost | null): Words | null {
  const { domain, records, read } = facts;
  const [only, second] = records;
  if (only === undefined || read === null) {
    if (second === undefined && only === undefined)
      return wrong(
        `${domain} has no SPF record, so nobody can tell whether mail from it is yours. Publish one.`,
        publish(domain, `v=spf1 ${wayFor(host)} ~all`),
      );
    return wrong(
      `${domain} has ${records.length} SPF records, and receivers then heed none of them. Keep one that holds what all of them hold, and delete the others.`,
      publish(domain, merge(records)),
    );
  }
  if (read.result === 'permerror') return broken(facts, read);
  if (read.result === 'temperror')
    return {
      standing: 'silent',
      sentence: `The SPF record of ${domain} could not be read to its end (${read.words}). Check again in a minute; if it stays so, one of the domains it includes has name servers that do not answer.`,
    };
  if (read.result === 'pass')
    return wrong(
      `The SPF record of ${domain} lets any server in the world send for it. Let it end in ~all, and name only your own.`,
      publish(domain, endIn(only, '~all')),
    );
  return null;
}

function broken({ domain }: SpfFacts, read: NonNullable<SpfFacts['read']>): Words {
  if (/too many dns/i.test(read.words))
    return wrong(
      `The SPF record of ${domain} takes more than ${MOST_LOOKUPS} look-ups, so receivers treat it as broken. Take out the includes of services that no longer send for you${list(' among ', read.included)}.`,
    );
  const at = list(' It leads to ', read.included);
  return wrong(
    `The SPF record of ${domain} is broken: ${read.words}.${at && `${at}.`} Mend it, or take out the part that names it.`,
  );
}

function judgeSound(facts: SpfFacts, host: SmtpHost | null): Words {
  const { domain, hosts, read } = facts;
  const lookups = read!.lookups;
  const soon = `It takes ${lookups} of ${MOST_LOOKUPS} look-ups: the next service that is added may break it.`;
  if (read!.result !== 'fail' && read!.result !== 'softfail')
    return note(
      `The SPF record of ${domain} says nothing about servers that it does not name. Let it end in ~all.`,
      publish(domain, endIn(facts.records[0]!, '~all')),
    );
  const named = hosts.find(({ result }) => result === 'pass');
  const good = named
    ? `The SPF record of ${domain} names your mail server ${host!.name} (${named.address}).`
    : `${domain} has one SPF record that can be read to its end.`;
  if (!named && host && hosts.length > 0 && !includesService(facts, host))
    return note(
      `${good} It does not name ${host.name}, which you hand mail to. Where that server sends from other addresses this is as it should be; else add ${wayFor(host)} to the record.`,
      publish(domain, addBeforeAll(facts.records[0]!, wayFor(host))),
    );
  return lookups >= NEARLY ? note(`${good} ${soon}`) : { standing: 'good', sentence: good };
}

function includesService({ read }: SpfFacts, { name }: SmtpHost): boolean {
  const service = SERVICES.find(({ host }) => host.test(name));
  return service !== undefined && read!.included.includes(service.include);
}

/** The mechanism that names a mail server, or the service behind it. */
function wayFor(host: SmtpHost | null): string {
  if (!host) return 'mx';
  const service = SERVICES.find((known) => known.host.test(host.name));
  return service ? `include:${service.include}` : `a:${host.name}`;
}

const ALL = /^[+?~-]?all$/i;

function termsOf(record: string): string[] {
  return record.trim().split(/\s+/).slice(1);
}

function merge(records: readonly string[]): string {
  const terms = new Set(records.flatMap(termsOf).filter((term) => !ALL.test(term)));
  return ['v=spf1', ...terms, '~all'].join(' ');
}

function endIn(record: string, end: string): string {
  return ['v=spf1', ...termsOf(record).filter((term) => !ALL.test(term)), end].join(' ');
}

function addBeforeAll(record: string, way: string): string {
  const terms = termsOf(record);
  const end = terms.find((term) => ALL.test(term)) ?? '~all';
  return ['v=spf1', ...terms.filter((term) => !ALL.test(term)), way, end].join(' ');
}

function publish(domain: string, value: string): Finding['publish'] {
  return { name: domain, type: 'TXT', value };
}

function list(lead: string, names: readonly string[]): string {
  return names.length > 0 ? lead + names.join(', ') : '';
}

function wrong(sentence: string, record?: Finding['publish']): Words {
  return { standing: 'wrong', sentence, ...(record && { publish: record }) };
}

function note(sentence: string, record?: Finding['publish']): Words {
  return { standing: 'note', sentence, ...(record && { publish: record }) };
}
