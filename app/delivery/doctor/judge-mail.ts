import type { Finding, MailVerdict } from './finding.ts';
import { judgeDkim } from './judge-dkim.ts';
import { judgeDmarc } from './judge-dmarc.ts';
import { judgeReturns } from './judge-returns.ts';
import { judgeSpf } from './judge-spf.ts';
import { isSilent, type MailFacts } from './mail-facts.ts';

/** Judges what DNS said of a domain: one sentence for each thing, and the record to publish where one is missing. */
export function judgeMail(facts: MailFacts): MailVerdict {
  const findings: Finding[] = [
    isSilent(facts.spf) ? silent('spf', facts.spf.silent) : judgeSpf(facts.spf, facts.smtpHost),
    isSilent(facts.dkim) ? silent('dkim', facts.dkim.silent) : judgeDkim(facts.dkim),
    isSilent(facts.dmarc) ? silent('dmarc', facts.dmarc.silent) : judgeDmarc(facts, facts.dmarc),
    isSilent(facts.returns) ? silent('returns', facts.returns.silent) : judgeReturns(facts.returns),
  ];
  const green = findings.every(({ standing }) => standing === 'good' || standing === 'note');
  return { domain: facts.domain, green, findings };
}

function silent(item: Finding['item'], why: string): Finding {
  const sentence = `DNS gave no answer (${why}), so this is not known. Check again in a minute; if it stays so, ask whoever runs the domain’s name servers.`;
  return { item, standing: 'silent', sentence };
}
