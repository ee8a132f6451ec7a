import { readFileSync } from 'node:fs';

/** What the check of a mail domain's records needs to know besides the address that mail comes from. */
export interface RecordVars {
  /** Name servers to ask, each `address` or `address:port`; those of the system where there are none. */
  dnsServers: readonly string[];
  /** Who signs, as far as it was said; a relay may sign with a selector that is only named here. */
  dkim: { domain: string | null; selector: string | null; privateKey: string | null };
  /** Where mails that come back go, if not to the domain they come from. */
  bounceDomain: string | null;
}

type Vars = Readonly<Record<string, string | undefined>>;

/** @param fail throws, with a sentence that names the variable at fault. */
export function readRecordVars(vars: Vars, fail: (sentence: string) => never): RecordVars {
  const named = (name: string) => vars[name]?.trim().toLowerCase() || null;
  return {
    dnsServers: (vars.DNS_SERVERS ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .map((one) => checkedServer(one, fail)),
    dkim: {
      domain: named('DKIM_DOMAIN'),
      selector: named('DKIM_SELECTOR'),
      privateKey: keyIn(vars),
    },
    bounceDomain: named('BOUNCE_DOMAIN'),
  };
}

const SERVER = /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

function checkedServer(server: string, fail: (sentence: string) => never): string {
  if (SERVER.test(server)) return server;
  return fail('DNS_SERVERS must be addresses of name servers, such as 127.0.0.1:5353, between commas.');
}

/** The key itself, its line breaks perhaps written as \n, or the path of a file that holds it. */
function keyIn(vars: Vars): string | null {
  const given = vars.DKIM_PRIVATE_KEY ?? vars.DKIM_KEY;
  if (given?.includes('PRIVATE KEY')) return given.replaceAll('\\n', '\n');
  const path = vars.DKIM_PRIVATE_KEY_FILE ?? vars.DKIM_KEY_FILE ?? given;
  if (!path) return null;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Whoever signs with it says so at the start; without it the published key is compared with nothing.
    return null;
  }
}
