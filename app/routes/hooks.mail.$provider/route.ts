import type { ActionFunctionArgs } from '@remix-run/node';
import { type TakenWebhook, takeWebhook } from '#app/delivery/webhook/take-webhook.server.ts';

/** Where mail providers post what became of mails. The proof is in the request: no cookie is read, and none is set. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return plain(405, 'Events are posted here.');
  const body = Buffer.from(await request.arrayBuffer());
  const header = (name: string) => request.headers.get(name);
  return plain(...answerTo(await takeWebhook(context.house, params.provider ?? '', { body, header })));
}

function plain(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}

function answerTo(taken: TakenWebhook): [status: number, sentence: string] {
  switch (taken.kind) {
    case 'taken':
      return [200, 'Taken.'];
    case 'subscribed':
      return [200, 'Subscribed.'];
    case 'not_set_up':
      return [404, 'No events of this provider are taken here.'];
    case 'unreadable':
      return [400, 'This cannot be read.'];
    case 'not_now':
      return [503, 'Please send this again later.'];
    case 'refused':
      // 406 tells Mailgun not to try again.
      return taken.why === 'replayed' ? [406, 'This came before.'] : [403, 'This is not proven.'];
    default:
      return taken satisfies never;
  }
}
