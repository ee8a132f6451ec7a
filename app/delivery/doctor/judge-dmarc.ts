import type { Finding } from './finding.ts';
import { type DmarcFacts, isSilent, type MailFacts } from './mail-facts.ts';

type Words = Omit<Finding, 'item'>;

export function judgeDmarc(facts: MailFacts, dmarc: DmarcFacts): Finding {
  return { item: 'dmarc', ...(faultOf(facts, dmarc) ?? judgePolicy(facts.domain, dmarc)) };
}

function faultOf(facts: MailFacts, dmarc: DmarcFacts): Words | null {
  const { domain, sender } = facts;
  const { here, record, organisation } = dmarc;
  if (here > 1)
    return wrong(
      `${here} DMARC records stand at _dmarc.${domain}, and receivers then heed none of them. Keep one.`,
      publish(domain, fresh(domain)),
    );
  if (!record)
    return wrong(
      `${domain} has no DMARC record, which Gmail, Yahoo and Microsoft ask of everybody who writes to many. Publish one; it can begin with p=none.`,
      publish(domain, fresh(domain)),
    );
  if (record.policy === null)
    return wrong(
      `The DMARC record at _dmarc.${record.at} says no policy that receivers know (p=none, quarantine or reject), so they pass it over. Replace it.`,
      publish(record.at, fresh(record.at)),
    );
  if (organisation.sender !== organisation.domain)
    return wrong(
      `Mail of this installation comes from ${sender}, so the records of ${domain} do not speak for it. Check ${sender}, or set MAIL_FROM to an address at ${domain}.`,
    );
  return alignmentFault(facts, dmarc);
}

/** DMARC passes where one of the two is aligned; the domain that signs is the one that survives forwarding. */
function alignmentFault(facts: MailFacts, { organisation, record }: DmarcFacts): Words | null {
  const { domain } = facts;
  const envelope = isSilent(facts.spf) ? domain : facts.spf.domain;
  const signer = isSilent(facts.dkim) ? domain : facts.dkim.domain;
  const isSpfAligned = record!.strictSpf
    ? envelope === domain
    : organisation.envelope === organisation.domain;
  const isDkimAligned = record!.strictDkim ? signer === domain : organisation.signer === organisation.domain;
  if (isSpfAligned || isDkimAligned) return null;
  return wrong(
    `Neither the envelope (${envelope}) nor the signature (${signer}) belongs to ${domain} as its DMARC record demands, so every mail fails. Sign with a key of ${domain}.`,
  );
}

function judgePolicy(domain: string, { record }: DmarcFacts): Words {
  const { at, text, policy, rua } = record!;
  const whose = at === domain ? `_dmarc.${domain}` : `_dmarc.${at}, which holds for ${domain} too,`;
  if (rua === null)
    return note(
      `The DMARC record at ${whose} has no rua, so you never hear who fails. Add an address for reports.`,
      publish(at, `${text.replace(/[;\s]+$/, '')}; rua=mailto:dmarc@${domain}`),
    );
  if (policy === 'none')
    return note(
      `The DMARC record at ${whose} asks receivers to let everything through (p=none). When the reports show only your own mail, go to p=quarantine.`,
      publish(at, text.replace(/\bp\s*=\s*none\b/i, 'p=quarantine')),
    );
  return {
    standing: 'good',
    sentence: `The DMARC record at ${whose} asks for ${policy}, with reports to ${rua}.`,
  };
}

function fresh(domain: string): string {
  return `v=DMARC1; p=none; rua=mailto:dmarc@${domain}`;
}

function publish(domain: string, value: string): Finding['publish'] {
  return { name: `_dmarc.${domain}`, type: 'TXT', value };
}

function wrong(sentence: string, record?: Finding['publish']): Words {
  return { standing: 'wrong', sentence, ...(record && { publish: record }) };
}

function note(sentence: string, record?: Finding['publish']): Words {
  return { standing: 'note', sentence, ...(record && { publish: record }) };
}
