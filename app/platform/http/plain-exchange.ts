/** A request as Node has read it: a fast door needs no more, and building a `Request` costs more than its page. */
export interface PlainRequest {
  method: string;
  /** As it came, without the query. */
  path: string;
  /** What stands behind the question mark. */
  query: string;
  /** The whole of a form, as it was sent. */
  form: string;
  cookies: string;
  acceptLanguage: string;
}

/** A text that is kept pressed, so that sending it pressed costs next to nothing. */
export interface PressedText {
  plain(): string;
  gzip(): Uint8Array;
}

export interface PlainReply {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | PressedText;
}

export function textOf(body: PlainReply['body']): string {
  return typeof body === 'string' ? body : body.plain();
}

/** The same, for a door that is reached through the router. */
export async function readPlain(request: Request): Promise<PlainRequest> {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    path: pathname,
    query: search.slice(1),
    form: request.method === 'POST' ? await request.text() : '',
    cookies: request.headers.get('cookie') ?? '',
    acceptLanguage: request.headers.get('accept-language') ?? '',
  };
}

export function toResponse({ status, headers, body }: PlainReply): Response {
  // A body of no bytes and no body are two things to a Response, and one to a socket.
  return new Response(textOf(body) || null, { status, headers });
}
