import { fingerprint } from '../translation/fingerprint.ts';

/** A short name for a finding in a form, where several are answered by buttons of one form. */
export function findingNumber({ id, language }: { id: string; language: string }): string {
  return fingerprint(`${language} ${id}`);
}
