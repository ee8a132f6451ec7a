import type { EventKind } from '#app/delivery/event/mail-event.ts';

/** Mails as mail servers write them about one of ours, and what each has to be read as. */
export interface ReturnedMail {
  style: string;
  /** @param returnPath where ours comes back to; @param to whom ours went to */
  write(about: About): string;
  /** One for each event, with its status; nothing where the mail says nothing new. */
  expected: readonly (readonly [kind: EventKind, status: string | null])[];
}

export interface About {
  returnPath: string;
  to: string;
  messageId: string;
}

const at = 'Mon, 02 Nov 2026 08:00:00 +0000';

/** A `multipart/report` of three parts, with CRLF as it comes over the wire. */
export function multipartReport(
  { returnPath, messageId, to }: About,
  { from, type = 'delivery-status', words, fields, inside = 'text/rfc822-headers', head = [] }: Report,
): string {
  const ours = [`Return-Path: <${returnPath}>`, `Message-ID: ${messageId}`, `To: ${to}`, 'Subject: 0 to 10?'];
  return [
    ...['Return-Path: <>', `From: ${from}`, `To: ${returnPath}`, `Date: ${at}`],
    ...['Subject: Undelivered Mail Returned to Sender', 'MIME-Version: 1.0', ...head],
    `Content-Type: multipart/report; report-type=${type}; boundary="=_b1"`,
    ...['', '--=_b1', 'Content-Type: text/plain; charset=utf-8', '', words, ''],
    ...['--=_b1', `Content-Type: message/${type}`, '', ...fields, ''],
    ...['--=_b1', `Content-Type: ${inside}`, '', ...ours, '', '--=_b1--', ''],
  ].join('\r\n');
}

interface Report {
  from: string;
  type?: 'delivery-status' | 'feedback-report';
  words: string;
  fields: readonly string[];
  inside?: 'text/rfc822-headers' | 'message/rfc822';
  head?: readonly string[];
}

const postfix = (about: About, fields: readonly string[], more: readonly string[] = []) =>
  multipartReport(about, {
    from: 'MAILER-DAEMON@mx.meridian.example (Mail Delivery System)',
    words: 'This is the mail system at host mx.meridian.example.',
    head: ['Auto-Submitted: auto-replied'],
    fields: [
      ...['Reporting-MTA: dns; mx.meridian.example', 'X-Postfix-Queue-ID: 4fT1x2y3z', `Arrival-Date: ${at}`],
      ...['', `Final-Recipient: rfc822; ${about.to}`, `Original-Recipient: rfc822;${about.to}`, ...fields],
      ...more,
    ],
  });

export const RETURNED: readonly ReturnedMail[] = [
  {
    style: 'Postfix, no such mailbox',
    expected: [['hard_bounce', '5.1.1']],
    write: (about) =>
      postfix(about, [
        ...['Action: failed', 'Status: 5.1.1', 'Remote-MTA: dns; mx.meridian.example'],
        `Diagnostic-Code: smtp; 550 5.1.1 <${about.to}>: Recipient address`,
        '    rejected: User unknown in virtual mailbox table',
      ]),
  },
  {
    style: 'Postfix, put off',
    expected: [['delayed', '4.4.1']],
    write: (about) =>
      postfix(about, [
        ...['Action: delayed', 'Status: 4.4.1', `Will-Retry-Until: ${at}`],
        'Diagnostic-Code: X-Postfix; connect to mx.meridian.example[198.51.100.7]:25: Connection timed out',
      ]),
  },
  {
    style: 'Postfix, given up after five days',
    expected: [['soft_bounce', '4.4.1']],
    write: (about) =>
      postfix(about, ['Action: failed', 'Status: 4.4.1', 'Diagnostic-Code: X-Postfix; timed out']),
  },
  {
    style: 'Postfix, relayed to one that says nothing more',
    expected: [],
    write: (about) =>
      postfix(about, ['Action: relayed', 'Status: 2.0.0', 'Diagnostic-Code: smtp; 250 2.0.0 OK']),
  },
  {
    style: 'Postfix, delivered',
    expected: [['delivered', '2.0.0']],
    write: (about) => postfix(about, ['Action: delivered', 'Status: 2.0.0']),
  },
  {
    style: 'several addresses behind ours',
    expected: [
      ['delivered', '2.1.5'],
      ['soft_bounce', '4.2.2'],
    ],
    write: (about) =>
      postfix(
        about,
        ['Action: delivered', 'Status: 2.1.5'],
        ['', 'Final-Recipient: rfc822; second@meridian.example', 'Action: failed', 'Status: 4.2.2'],
      ),
  },
  {
    style: 'Exchange',
    expected: [['hard_bounce', '5.1.10']],
    write: (about) =>
      multipartReport(about, {
        from: '"Microsoft Outlook" <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@meridian.example>',
        words: 'Your message couldn’t be delivered.',
        inside: 'message/rfc822',
        head: ['X-MS-Exchange-Message-Is-Ndr:', 'Auto-Submitted: auto-replied', 'Content-Language: en-GB'],
        fields: [
          ...['Reporting-MTA: dns;DB9PR01MB0001.eurprd01.prod.outlook.com', `Arrival-Date: ${at}`, ''],
          ...[`Final-Recipient: rfc822;${about.to}`, 'Action: failed', 'Status: 5.1.10'],
          'Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
          `X-Display-Name: ${about.to}`,
        ],
      }),
  },
  {
    style: 'Gmail',
    expected: [['hard_bounce', '5.1.1']],
    write: (about) =>
      multipartReport(about, {
        from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        words: `** Address not found **\r\n\r\nYour message wasn't delivered to ${about.to}`,
        inside: 'message/rfc822',
        head: [`X-Failed-Recipients: ${about.to}`, 'Auto-Submitted: auto-replied'],
        fields: [
          ...['Reporting-MTA: dns; googlemail.com', 'Received-From-MTA: dns; ask@northwind.example'],
          ...[`X-Original-Message-ID: ${about.messageId}`, '', `Final-Recipient: rfc822; ${about.to}`],
          ...[
            'Action: failed',
            'Status: 5.1.1',
            'Remote-MTA: dns; gmail-smtp-in.l.google.com. (142.250.1.27)',
          ],
          'Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try',
          ' 550-5.1.1 double-checking the recipient’s email address. 550 5.1.1 NoSuchUser - gsmtp',
          `Last-Attempt-Date: ${at}`,
        ],
      }),
  },
  {
    style: 'Exim, whose status says less than the words beside it',
    expected: [['hard_bounce', '5.7.1']],
    write: (about) =>
      multipartReport(about, {
        from: 'Mail Delivery System <Mailer-Daemon@mx.meridian.example>',
        words: 'A message that you sent could not be delivered.',
        inside: 'message/rfc822',
        fields: [
          ...['Reporting-MTA: dns; mx.meridian.example', '', 'Action: failed'],
          ...[`Final-Recipient: rfc822;${about.to}`, 'Status: 5.0.0', 'Remote-MTA: dns; mx.meridian.example'],
          'Diagnostic-Code: smtp; 550 5.7.1 Rejected by our policy',
        ],
      }),
  },
  {
    style: 'one that says no status',
    expected: [['hard_bounce', null]],
    write: (about) =>
      postfix(about, ['Action: failed', 'Diagnostic-Code: smtp; 550 sorry, no mailbox here by that name']),
  },
  {
    style: 'one that says no status, and to come again',
    expected: [['soft_bounce', null]],
    write: (about) =>
      postfix(about, ['Action: failed', 'Diagnostic-Code: smtp; 452 insufficient system storage']),
  },
  {
    style: 'qmail, which writes no report',
    expected: [['hard_bounce', '5.1.1']],
    write: (about) => qmail(about, 'Sorry, no mailbox here by that name. (#5.1.1)'),
  },
  {
    style: 'qmail, given up after a week',
    expected: [['soft_bounce', '4.4.1']],
    write: (about) =>
      qmail(
        about,
        "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)\r\nI'm not going to try again; this message has been in the queue too long.",
      ),
  },
  {
    style: 'a complaint, in which our return path stands',
    expected: [['complaint', null]],
    write: (about) => complaint(about, [`Original-Mail-From: <${about.returnPath}>`]),
  },
  {
    style: 'a complaint that holds our letter’s head alone',
    expected: [['complaint', null]],
    write: (about) => complaint(about, []),
  },
  {
    style: 'a complaint taken back',
    expected: [],
    write: (about) => complaint(about, [], 'not-spam'),
  },
];

function complaint(about: About, more: readonly string[], type = 'abuse'): string {
  return multipartReport(
    { ...about },
    {
      from: 'staff@hotmail.example',
      type: 'feedback-report',
      words: 'This is an email abuse report.',
      inside: 'message/rfc822',
      fields: [`Feedback-Type: ${type}`, 'User-Agent: SomeGenerator/1.0', 'Version: 1', ...more],
    },
  ).replace(`To: ${about.returnPath}`, 'To: fbl@bounce.northwind.example');
}

/** QSBMF: a text, in which each paragraph that begins with an address says what became of it. */
function qmail(about: About, said: string): string {
  return [
    ...[
      'Return-Path: <>',
      'From: MAILER-DAEMON@mx.meridian.example',
      `To: ${about.returnPath}`,
      `Date: ${at}`,
    ],
    ...['Subject: failure notice', '', 'Hi. This is the qmail-send program at mx.meridian.example.'],
    ...["I'm afraid I wasn't able to deliver your message to the following addresses."],
    ...[
      "This is a permanent error; I've given up. Sorry it didn't work out.",
      '',
      `<${about.to}>:`,
      said,
      '',
    ],
    ...['--- Below this line is a copy of the message.', '', `Return-Path: <${about.returnPath}>`],
    ...[`Message-ID: ${about.messageId}`, '', 'Dear Dana, <somebody@else.example>:', 'five', ''],
  ].join('\r\n');
}
