import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { RESPOND_SCRIPT } from '#app/answering/enhance/respond-script.ts';
import { html, trusted } from '#app/platform/html.ts';
import { staticFiles } from '#app/platform/http/static-files.server.ts';
import { choicesControl } from '#app/survey/question/control/choices.ts';

/** What the page that plays the respondent's was sent. */
export interface SentPage {
  go: string;
  fields: URLSearchParams;
  /** 'document' when the browser sent the form by itself, 'empty' when the script did. */
  by: string;
}

/** Plays one trouble in place of an answer: a status, a reply that is lost, or one that waits to be let go. */
export type Trick =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string }
  | { kind: 'lost'; until?: Promise<unknown> }
  | { kind: 'wait'; until: Promise<unknown> };

export interface RespondentStub {
  origin: string;
  sent: SentPage[];
  /** What will be played to the next ones sent, one each, before they are answered as usual. */
  tricks: Trick[];
  /** The address as it was asked for last. */
  asked: string;
  revision: number;
  close(): Promise<void>;
}

const files = staticFiles(fileURLToPath(new URL('../../build/client', import.meta.url)));
const POLICY =
  "default-src 'self'; script-src 'self'; img-src 'self' data:; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'";

/** Two pages of questions and a thanks page with the marks of the respondent's page, and nothing behind them. */
export async function openRespondentStub(): Promise<RespondentStub> {
  const server = createServer((req, res) => {
    if (!files(req, res)) answer(stub, req, res).catch((fault: unknown) => res.destroy(fault as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stub: RespondentStub = {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    sent: [],
    tricks: [],
    asked: '',
    revision: 1,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return stub;
}

async function answer(stub: RespondentStub, req: IncomingMessage, res: ServerResponse): Promise<void> {
  stub.asked = req.url ?? '';
  if (req.method !== 'POST') return show(res, 200, thanksOrFirst(stub));
  const fields = new URLSearchParams(await read(req));
  const go = fields.get('go') ?? '';
  stub.sent.push({ go, fields, by: String(req.headers['sec-fetch-dest']) });
  const trick = stub.tricks.shift();
  if (trick && 'until' in trick) await trick.until;
  // Half a reply: where there is none at all, the browser may send again by itself.
  if (trick?.kind === 'lost') return void res.write('<', () => res.destroy());
  if (trick?.kind === 'status')
    return void res
      .writeHead(trick.status, { 'content-type': 'text/plain; charset=utf-8', ...trick.headers })
      .end(trick.body);
  take(stub, res, go, fields);
}

function take(stub: RespondentStub, res: ServerResponse, go: string, fields: URLSearchParams): void {
  if (go === 'keep') {
    stub.revision += 1;
    res.writeHead(204, { 'x-revision': stub.revision }).end();
  } else if (go === 'send') {
    if (fields.get('why') === '') show(res, 422, second(stub, fields, true));
    else res.writeHead(303, { location: '/r/token' }).end();
  } else show(res, 200, go === 'on' ? second(stub, fields, false) : first(stub, fields));
}

async function read(req: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of req) body += String(chunk);
  return body;
}

function show(res: ServerResponse, status: number, text: string): void {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY };
  res.writeHead(status, { ...headers, 'cache-control': 'no-store' }).end(text);
}

function thanksOrFirst(stub: RespondentStub): string {
  return stub.sent.some(({ go, fields }) => go === 'send' && fields.get('why') !== '')
    ? thanks()
    : first(stub, new URLSearchParams());
}

function first(stub: RespondentStub, given: URLSearchParams): string {
  const body = html`${scale('score', 0, 10, given)}${scale('ease', 1, 5, given)}${carried(given, ['why'])}<button name="go" value="on">Go on</button>`;
  return page('First page', html`<a href="?lang=de">Deutsch</a>${form(stub, 0, body)}`);
}

function second(stub: RespondentStub, given: URLSearchParams, isFaulty: boolean): string {
  const fault = isFaulty ? trusted(' aria-describedby="why-fault" aria-invalid="true"') : null;
  const said = isFaulty ? html`<p class="fault" id="why-fault">Write it, please.</p>` : null;
  const body = html`<div class="q"><label class="wording" for="why">Why?</label><textarea id="why" name="why"${fault}>${given.get('why') ?? ''}</textarea>${said}</div>${tools()}${carried(given, ['score', 'ease'])}<button name="go" value="send">Send</button><button name="go" value="back">Back</button>`;
  return page('Second page', form(stub, 1, body), 'ar', 'rtl');
}

/** Choices as the product draws them, the last of which goes with no other. */
function tools() {
  const options = ['Mail', 'Chat', 'None of these'].map((label, at) => ({ key: `o${at + 1}`, label }));
  return choicesControl({ key: 'tools', options, loneLast: true }, 'checkbox', {
    ...{ given: new Map(), seed: '', described: null, say: String },
  });
}

function thanks(): string {
  const plain = html`<form method="post"><input type="hidden" name="moved" value=""></form>`;
  return page('Thank you', html`<h1>Received.</h1>${plain}`);
}

const WORDS = trusted(
  'data-saving="Saving" data-saved="Saved" data-sending="Sending" data-offline="No connection" data-busy="Busy" data-retry="Try now" data-newer="Newer answers elsewhere" data-reload="Show them" data-hint="Number keys choose"',
);

function form({ revision }: RespondentStub, at: number, body: ReturnType<typeof html>) {
  return html`<form method="post" novalidate ${WORDS}>
<input type="hidden" name="submit_id" value="s1"><input type="hidden" name="page" value="${at}"><input type="hidden" name="lang" value="en"><input type="hidden" name="shown" value="x"><input type="hidden" name="revision" value="${revision}"><input type="hidden" name="moved" value="0"><p hidden><input type="text" name="website"></p>
${body}</form>`;
}

function scale(name: string, low: number, high: number, given: URLSearchParams) {
  const values = Array.from({ length: high - low + 1 }, (_, step) => String(low + step));
  const radios = values.map((value) => {
    const checked = given.get(name) === value ? trusted(' checked') : null;
    return html`<label><input type="radio" name="${name}" value="${value}"${checked}><span>${value}</span></label>`;
  });
  return html`<fieldset class="q"><legend>${name}?</legend><div class="scale">${radios}</div><p class="ends"></p></fieldset>`;
}

function carried(given: URLSearchParams, names: string[]) {
  return names
    .filter((name) => given.has(name))
    .map((name) => html`<input type="hidden" name="${name}" value="${given.get(name) ?? ''}">`);
}

function page(title: string, body: ReturnType<typeof html>, language = 'en', direction = 'ltr'): string {
  return html`<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><script src="${RESPOND_SCRIPT}" defer></script></head><body><div class="page"><main>${body}</main></div></body></html>`
    .text;
}
