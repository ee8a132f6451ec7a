import { isbot } from 'isbot';

/** Roughly what opened a page: a person's computer or phone, or a program such as a link preview or a scanner. */
export type Client = 'computer' | 'phone' | 'program';

export const CLIENT_WORDS = {
  computer: 'a browser on a computer',
  phone: 'a browser on a phone or tablet',
  program: 'a program, such as a link preview or a scanner',
} as const satisfies Record<Client, string>;

/** Nothing finer is kept: a version or an address would say who it was. */
export function clientOf(userAgent: string | null): Client {
  if (!userAgent?.startsWith('Mozilla/') || isbot(userAgent)) return 'program';
  return /Mobi|Android|iPhone|iPad/.test(userAgent) ? 'phone' : 'computer';
}
