/** What a respondent's page carries unseen, by field: it goes back with every press. */
export function hiddenFields(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const [, name, value] of html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g))
    fields[name!] = [...(fields[name!] ?? []), unescaped(value!)];
  return fields;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

interface Reader {
  get(path: string): Promise<Response>;
  post(path: string, form: Record<string, string | string[]>): Promise<Response>;
}

/** Opens a link, fills in its page and presses, as a hand does. */
export async function pressByHand(
  visitor: Reader,
  path: string,
  filled: Record<string, string | string[]>,
): Promise<Response> {
  const page = await (await visitor.get(path)).text();
  return visitor.post(path, { ...hiddenFields(page), moved: '1', ...filled });
}
