import type { Option } from './shared.ts';

/**
 * One thing that a kind of question has besides the shared ones. The builder's form, reading that form, the
 * comparison of versions, the language check and translation all follow this list.
 */
export type Part = {
  name: string;
  label: string;
  help?: string;
  /** Shown only while another part has one of these values. */
  when?: { part: string; is: readonly string[] };
} /** An optional text that is left blank is no part of the frozen question. */ & (
  | { control: 'text'; most: number; translatable: boolean; optional?: true }
  | { control: 'choose'; options: readonly { value: string; label: string }[]; numeric?: true }
  | { control: 'flag' }
  /** Blank means no bound. */
  | { control: 'number'; min?: number; max?: number }
  | { control: 'date' }
  | { control: 'lines'; one: string; letter: 'o' | 'r' | 'c'; least: number; most: number }
);

/** A part while it is written: texts, numbers and days as typed, a flag, or lines with their keys. */
export type PartValue = string | boolean | Option[];

export function isLines(value: PartValue | undefined): value is Option[] {
  return Array.isArray(value);
}
