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

/**
 * The same where whoever presses may send any kind of form, or none: what cannot be read as a form is an empty one. A
 * mail provider's press has to count whatever it carries.
 */
export async function readAnyForm(request: Request): Promise<PlainRequest> {
  const isMultipart = /^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '');
  if (!isMultipart) return readPlain(request);
  const fields = await request.formData().catch(() => new FormData());
  const form = new URLSearchParams();
  for (const [name, value] of fields) if (typeof value === 'string') form.append(name, value);
  return {
    ...(await readPlain(new Request(request.url, { headers: request.headers }))),
    method: request.method,
    form: form.toString(),
  };
}

export function toResponse({ status, headers, body }: PlainReply): Response {
  // A body of no bytes and no body are two things to a Response, and one to a socket.
  return new Response(textOf(body) || null, { status, headers });
}
