import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A mailbox of folders with mails by uid. */
export interface ImapServer {
  /** As BOUNCE_IMAP_URL takes it. */
  url: string;
  folders: Map<string, Map<number, string>>;
  deliver(mail: string): void;
  /** How many moves it answers from now on with a broken line, after it has done nothing. */
  breakAtMoves: number;
  close(): Promise<void>;
}

type Say = (line: string) => void;

/** As much of RFC 3501 and 6851 as a client needs that reads an inbox and moves what it has read. */
export async function openImapServer(): Promise<ImapServer> {
  const folders = new Map([['INBOX', new Map<number, string>()]]);
  let nextUid = 1;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    const say: Say = (line) => void socket.write(`${line}\r\n`);
    let selected = 'INBOX';
    let rest = '';
    say('* OK [CAPABILITY IMAP4rev1 UIDPLUS MOVE] ready');
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) selected = answer(imap, socket, say, line, selected);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const imap: ImapServer = {
    url: `imap://returns:secret@127.0.0.1:${(server.address() as AddressInfo).port}`,
    folders,
    deliver: (mail) => void folders.get('INBOX')!.set(nextUid++, mail),
    breakAtMoves: 0,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return imap;
}

/** Answers one line; the folder that is selected from then on. */
function answer(imap: ImapServer, socket: Socket, say: Say, line: string, selected: string): string {
  const [, tag = '*', command = '', given = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line) ?? [];
  const done = (words = 'done') => say(`${tag} OK ${words}`);
  const mails = imap.folders.get(selected)!;
  switch (command.toUpperCase()) {
    case 'CAPABILITY':
      say('* CAPABILITY IMAP4rev1 UIDPLUS MOVE');
      break;
    case 'LOGIN':
      if (!/^"?returns"? "?secret"?$/.test(given)) return fail(say, tag, selected);
      break;
    case 'LIST':
    case 'LSUB':
      // Without a pattern it asks for the root, and by what folders are set apart.
      for (const name of given === '"" ""' ? [''] : imap.folders.keys()) say(`* ${command} () "/" "${name}"`);
      break;
    case 'CREATE': {
      const name = bare(given);
      if (imap.folders.has(name)) return fail(say, tag, selected, '[ALREADYEXISTS] it is there');
      imap.folders.set(name, new Map());
      break;
    }
    case 'SELECT': {
      const name = bare(given);
      for (const told of [`${imap.folders.get(name)!.size} EXISTS`, 'FLAGS (\\Seen \\Deleted)'])
        say(`* ${told}`);
      say('* OK [UIDVALIDITY 1] as ever');
      say(`* OK [UIDNEXT 9999] next`);
      done('[READ-WRITE] selected');
      return name;
    }
    case 'UID SEARCH':
      say(`* SEARCH ${[...mails.keys()].join(' ')}`.trimEnd());
      break;
    case 'UID FETCH':
      fetchOne(mails, say, given);
      break;
    case 'UID MOVE': {
      if (imap.breakAtMoves > 0) {
        imap.breakAtMoves -= 1;
        socket.destroy();
        return selected;
      }
      const [, uid, name] = /^(\d+) (.*)$/.exec(given)!;
      imap.folders.get(bare(name!))!.set(Number(uid), mails.get(Number(uid))!);
      say(`* ${[...mails.keys()].indexOf(Number(uid)) + 1} EXPUNGE`);
      mails.delete(Number(uid));
      break;
    }
    case 'LOGOUT':
      say('* BYE');
      done();
      socket.end();
      return selected;
  }
  done();
  return selected;
}

function fetchOne(mails: Map<number, string>, say: Say, given: string): void {
  const uid = Number(/^\d+/.exec(given)?.[0]);
  const mail = mails.get(uid);
  if (mail === undefined) return;
  const size = Buffer.byteLength(mail);
  const body = /BODY/i.test(given) ? ` BODY[] {${size}}\r\n${mail}` : '';
  say(`* ${[...mails.keys()].indexOf(uid) + 1} FETCH (UID ${uid} RFC822.SIZE ${size}${body})`);
}

function fail(say: Say, tag: string, selected: string, words = 'no'): string {
  say(`${tag} NO ${words}`);
  return selected;
}

function bare(name: string): string {
  return name.trim().replace(/^"|"$/g, '');
}
