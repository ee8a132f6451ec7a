import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { type Answer, decode, encode, type Question } from 'dns-packet';

/** What a name server knows: by name, then by type. `refused` answers SERVFAIL, `silent` nothing at all. */
export type Zone = Record<
  string,
  { TXT?: string[]; A?: string[]; AAAA?: string[]; MX?: string[] } | 'refused' | 'silent'
>;

export interface DnsServer {
  /** As DNS_SERVERS takes it. */
  address: string;
  zone: Zone;
  /** How many questions came. */
  asked(): number;
  close(): Promise<void>;
}

const REFUSED = 2;
const NO_SUCH_NAME = 3;
/** "Authoritative". */
const AA = 1 << 10;

/** A real name server on loopback. What it does not know does not exist. */
export async function openDnsServer(zone: Zone): Promise<DnsServer> {
  const socket = createSocket('udp4');
  let questions = 0;
  socket.on('message', (bytes, from) => {
    const { id, questions: [question] = [] } = decode(bytes);
    questions += 1;
    const known = zone[question!.name.toLowerCase()];
    if (known === 'silent') return;
    const answers = known === undefined || known === 'refused' ? [] : answersTo(question!, known);
    const rcode = known === 'refused' ? REFUSED : known === undefined ? NO_SUCH_NAME : 0;
    const reply = { type: 'response' as const, id: id!, flags: AA | rcode, questions: [question!], answers };
    socket.send(encode(reply), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const { port } = socket.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    zone,
    asked: () => questions,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function answersTo({ name, type }: Question, known: Exclude<Zone[string], string>): Answer[] {
  const common = { name, ttl: 60, class: 'IN' as const };
  switch (type) {
    case 'TXT':
      // Longer texts travel in pieces of 255 bytes.
      return (known.TXT ?? []).map((text) => ({ ...common, type, data: text.match(/.{1,255}/gs) ?? [''] }));
    case 'A':
      return (known.A ?? []).map((data) => ({ ...common, type, data }));
    case 'AAAA':
      return (known.AAAA ?? []).map((data) => ({ ...common, type, data }));
    case 'MX':
      return (known.MX ?? []).map((text) => {
        const [preference, exchange] = text.split(' ');
        return { ...common, type, data: { preference: Number(preference), exchange: exchange! } };
      });
    default:
      return [];
  }
}
