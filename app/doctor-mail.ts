import { parseArgs } from 'node:util';
import { ITEM_WORDS, type MailVerdict, STANDING_WORDS } from './delivery/doctor/finding.ts';
import { judgeMail } from './delivery/doctor/judge-mail.ts';
import { lookUpMail } from './delivery/doctor/look-up-mail.server.ts';
import { subjectOf } from './delivery/doctor/subject-of.server.ts';
import { EnvError, readSender } from './platform/env.server.ts';

/** `npm run doctor:mail`: what is published for the domain that mail comes from, and what to publish. */
const USAGE =
  'Usage: npm run doctor:mail -- [--domain example.com] [--selector NAME] [--dns 127.0.0.1:5353]\n' +
  'The domain is that of MAIL_FROM, and the selector that of DKIM_SELECTOR, unless they are given.\n';

const DOMAIN = /^(?=.{1,253}$)([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

process.exitCode = await examine(process.argv.slice(2)).catch((fault: unknown) => {
  if (!(fault instanceof EnvError)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  return 2;
});

async function examine(args: string[]): Promise<number> {
  const options = parse(args);
  if (!options) {
    process.stderr.write(USAGE);
    return 2;
  }
  const env = readSender({ ...process.env, ...(options.dns && { DNS_SERVERS: options.dns }) });
  const subject = subjectOf(env, options);
  if (!DOMAIN.test(subject.domain)) {
    process.stderr.write(`“${subject.domain}” is no domain that mail can come from. ${USAGE}`);
    return 2;
  }
  const verdict = judgeMail(await lookUpMail(subject));
  process.stdout.write(tell(verdict));
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
  return verdict.green ? 0 : 1;
}

function parse(args: string[]): { domain?: string; selector?: string; dns?: string } | null {
  try {
    const text = { type: 'string' as const };
    const { values } = parseArgs({ args, options: { domain: text, selector: text, dns: text } });
    const { domain, selector, dns } = values;
    return {
      ...(domain && { domain: domain.toLowerCase().replace(/\.$/, '') }),
      ...(selector && { selector: selector.toLowerCase() }),
      ...(dns && { dns }),
    };
  } catch {
    return null;
  }
}

function tell({ domain, green, findings }: MailVerdict): string {
  const lines = findings.flatMap(({ item, standing, sentence, publish }) => [
    `${ITEM_WORDS[item].name}: ${STANDING_WORDS[standing]}. ${sentence}`,
    ...(publish ? [`    ${publish.name}.  ${publish.type}  ${publish.value}`] : []),
  ]);
  const end = green
    ? `Mail from ${domain} is in order.`
    : `Mail from ${domain} is not in order yet; what to publish stands above.`;
  return `${[...lines, end].join('\n')}\n`;
}
