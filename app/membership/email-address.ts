import { z } from 'zod';

/** The key under which two spellings of one address meet. */
export function emailKey(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

const ONE_ADDRESS = /^[^\s@<>"(),;:\\[\]]+@[^\s@<>"(),;:\\[\]]+\.[^\s@<>"(),;:\\[\]]+$/;

/** An address as a person types it. Whether it exists, only a mail can tell. */
export const EmailAddress = z
  .string()
  .trim()
  .max(254, 'An e-mail address has at most 254 characters.')
  .regex(ONE_ADDRESS, 'Write one e-mail address, such as kim@example.com.');
