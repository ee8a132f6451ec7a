import type { Finding } from './finding.ts';
import type { ReturnFacts } from './mail-facts.ts';

type Words = Omit<Finding, 'item'>;

export function judgeReturns(facts: ReturnFacts): Finding {
  return { item: 'returns', ...judge(facts) };
}

function judge({ domain, exchanges, hasAddress }: ReturnFacts): Words {
  const publish = { name: domain, type: 'MX' as const, value: `10 mail.${domain}` };
  if (exchanges.some(({ name }) => name === ''))
    return {
      standing: 'wrong',
      sentence: `${domain} says that it takes no mail (a null MX), so replies and mails that come back are lost. Name a mail server that takes them.`,
      publish,
    };
  const live = exchanges.filter((exchange) => exchange.hasAddress);
  if (live[0])
    return {
      standing: 'good',
      sentence: `Mail to ${domain} goes to ${live.map(({ name }) => name).join(', ')}.`,
    };
  if (exchanges.length > 0)
    return {
      standing: 'wrong',
      sentence: `${exchanges.map(({ name }) => name).join(', ')} should take mail for ${domain} and has no address, so replies and mails that come back are lost. Give it one, or name another.`,
    };
  if (hasAddress)
    return {
      standing: 'note',
      sentence: `${domain} has no MX record; mail falls back on its own address. Say which server takes it.`,
      publish,
    };
  return {
    standing: 'wrong',
    sentence: `${domain} has neither an MX record nor an address, so replies and mails that come back are lost, and many receivers refuse mail from such a domain. Publish where mail to it goes.`,
    publish,
  };
}
