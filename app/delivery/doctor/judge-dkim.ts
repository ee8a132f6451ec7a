import type { Finding } from './finding.ts';
import type { DkimFacts } from './mail-facts.ts';

/** RFC 8301: shorter ones are not to be used, and 2048 is what receivers ask for. */
const SHORTEST_RSA = 1024;
const GOOD_RSA = 2048;

type Words = Omit<Finding, 'item'>;

export function judgeDkim(facts: DkimFacts): Finding {
  return { item: 'dkim', ...(faultOf(facts) ?? judgeKey(facts)) };
}

function faultOf(facts: DkimFacts): Words | null {
  const { domain, selector, records, key, fault, ours } = facts;
  if (selector === null)
    return wrong(
      `Nobody said with which selector mail from ${domain} is signed, so the key cannot be looked up. Set DKIM_SELECTOR to the one that your mail provider names for it.`,
    );
  const name = `${selector}._domainkey.${domain}`;
  const publish = ours && { name, type: 'TXT' as const, value: recordOf(ours) };
  const way = ours
    ? 'Publish this record.'
    : 'Publish the record that your mail provider shows for this selector.';
  if (records.length === 0)
    return wrong(`There is no DKIM key at ${name}, so no signature can be checked. ${way}`, publish);
  if (records.length > 1)
    return wrong(
      `${records.length} records stand at ${name}, and which one a receiver takes is chance. Keep one.`,
      publish,
    );
  if (!key) return wrong(`The record at ${name} holds no key that can be used: ${fault}. ${way}`, publish);
  if (ours && (ours.type !== key.type || ours.base64 !== key.base64))
    return wrong(
      `The key at ${name} is not the one that Rolecall signs with, so every signature fails. Replace the record by this one.`,
      publish,
    );
  if (key.type === 'rsa' && (key.bits ?? 0) < SHORTEST_RSA)
    return wrong(
      `The RSA key at ${name} has ${key.bits} bits, and receivers no longer trust one that short. Make one of ${GOOD_RSA} bits.`,
    );
  return null;
}

function judgeKey({ domain, selector, key, ours }: DkimFacts): Words {
  const { type, bits, testing } = key!;
  const name = `${selector}._domainkey.${domain}`;
  const kind = type === 'rsa' ? `RSA key of ${bits} bits` : 'Ed25519 key';
  const good = ours
    ? `The ${kind} at ${name} is the one that Rolecall signs with.`
    : `There is an ${kind} at ${name}.`;
  if (testing)
    return note(
      `${good} It is marked as a test (t=y), so receivers may treat the mail as unsigned. Take t=y out.`,
    );
  if (type !== 'rsa')
    return note(
      `${good} Some receivers cannot check such a key yet: let the mail carry a second signature by an RSA key.`,
    );
  if (bits! < GOOD_RSA) return note(`${good} Make the next one of ${GOOD_RSA} bits.`);
  return { standing: 'good', sentence: good };
}

function recordOf({ type, base64 }: { type: string; base64: string }): string {
  return `v=DKIM1; k=${type}; p=${base64}`;
}

function wrong(sentence: string, publish?: Finding['publish'] | null): Words {
  return { standing: 'wrong', sentence, ...(publish && { publish }) };
}

function note(sentence: string): Words {
  return { standing: 'note', sentence };
}
