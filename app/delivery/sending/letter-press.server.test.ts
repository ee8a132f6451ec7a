import { afterEach, expect, test } from 'vitest';
import { MailRefused } from '#app/platform/mail.ts';
import { openSealed } from '#app/platform/sealed-bytes.server.ts';
import { questionOf } from '#tests/support/asked-set.ts';
import type { Envelope } from '../compose-message.server.ts';
import type { ToldMail } from '../told/told-mail.ts';
import { LetterPress } from './letter-press.server.ts';
import { unpackLetter } from './pack-letter.server.ts';
import { type LetterOrder, printLetter } from './print-letter.server.ts';

const KEYS = { secrets: { appSecret: 'a secret of 32 letters, 0123456789', formerSecrets: [] }, dkim: null };
const SET = { intro: '', questions: [questionOf('q1', 'recommend')] } as never;

function orderFor(name: string, address = `${name}@people.example`): LetterOrder {
  const letter = {
    ...{ workspaceName: 'Northwind', senderName: 'Ifeoma', personName: name, personaName: 'Buyer' },
    ...{ accountName: 'Acme', why: null, questionSet: SET, language: 'de' },
    ...{ answerUrl: `http://ask.example/r/${name}`, unsubscribeUrl: 'http://ask.example/u/x' },
  };
  const envelope: Omit<Envelope, 'dkim'> = {
    from: { name: 'Ifeoma', address: 'ask@northwind.example' },
    to: { name, address },
    messageId: `<${name}@northwind.example>`,
    date: 0,
    listId: 'a.b.northwind.example',
    unsubscribeUrl: letter.unsubscribeUrl,
    feedbackId: 'a:b:c:rolecall',
  };
  return { words: { kind: 'invitation', letter }, envelope, seal: `letter ${name}` };
}

/** A reminder of the same letter, under the one it reminds of. */
function reminderFor(name: string): LetterOrder {
  const { words, envelope, seal } = orderFor(name);
  if (words.kind !== 'invitation') throw new TypeError(words.kind);
  const reminded = { subject: `Of before, ${name}`, takenAt: 86_400_000 };
  const under = {
    inReplyTo: `<first.${name}@northwind.example>`,
    references: `<first.${name}@northwind.example>`,
  };
  return {
    words: { kind: 'reminder', letter: words.letter, reminded },
    envelope: { ...envelope, ...under },
    seal,
  };
}

function toldFor(name: string): LetterOrder {
  const { envelope, seal } = orderFor(name);
  const mail = {
    ...{ workspaceName: 'Northwind', senderName: 'Ifeoma', personName: name, personaName: 'Buyer' },
    ...{ personaPlural: 'Buyers', accountName: 'Acme', waveName: 'Autumn', hasAnswered: true },
    language: 'nl',
    letter: {
      heard: 'Set-up takes too long.',
      willDo: `A guide by May, ${name}.`,
      willNot: 'No phone line.',
    },
    unsubscribeUrl: envelope.unsubscribeUrl,
  };
  return { words: { kind: 'told_back', mail: mail as ToldMail }, envelope, seal };
}

const many = (count: number) => Array.from({ length: count }, (_, at) => orderFor(`dana${at}`));

let threads: import('node:worker_threads').Worker[] = [];
const seen = (thread: import('node:worker_threads').Worker) => void threads.push(thread);
process.on('worker', seen);
afterEach(async () => {
  await Promise.all(threads.map((thread) => thread.terminate()));
  threads = [];
});

test('a few letters are made where they are asked for', async () => {
  const press = new LetterPress(() => KEYS);
  const orders = many(3);
  const letters = await Promise.all(orders.map((order) => press.print(order)));
  expect(letters.map(({ bytes }) => bytes.includes('Subject:'))).toEqual([true, true, true]);
  expect(threads).toHaveLength(0);
});

test('many are made on one thread, to the byte as here, each sealed under its own name', async () => {
  const press = new LetterPress(() => KEYS);
  const orders = many(40);
  const letters = await Promise.all(orders.map((order) => press.print(order)));
  expect(threads).toHaveLength(1);
  for (const [at, { bytes, sealed, subject }] of letters.entries()) {
    const here = await printLetter(KEYS, orders[at]!);
    expect(bytes.equals(here.bytes)).toBe(true);
    expect(subject).toBe(here.subject);
    expect(unpackLetter(openSealed(KEYS.secrets, `letter dana${at}`, sealed)!).equals(bytes)).toBe(true);
    expect(openSealed(KEYS.secrets, 'letter dana99', sealed)).toBeNull();
  }
});

test('reminders and letters on what came of answers are made there as well, to the byte as here', async () => {
  const press = new LetterPress(() => KEYS);
  const orders = Array.from({ length: 24 }, (_, at) =>
    at % 2 ? toldFor(`dana${at}`) : reminderFor(`dana${at}`),
  );
  const letters = await Promise.all(orders.map((order) => press.print(order)));
  expect(threads).toHaveLength(1);
  const here = await Promise.all(orders.map((order) => printLetter(KEYS, order)));
  expect(letters.map(({ bytes }) => bytes.toString())).toEqual(here.map(({ bytes }) => bytes.toString()));
  expect(letters[0]!.subject).toBe('Of before, dana0');
  expect(letters[0]!.bytes.toString()).toMatch(/^In-Reply-To: <first\.dana0@/m);
  expect(letters[1]!.bytes.toString()).toContain('A guide by May, dana1.');
});

test('one that cannot be made among many says why, and holds up none of the others', async () => {
  const press = new LetterPress(() => KEYS);
  const orders = [...many(10), orderFor('eve', 'eve@a.example,all@b.example')];
  const outcomes = await Promise.allSettled(orders.map((order) => press.print(order)));
  expect(outcomes.slice(0, 10).every(({ status }) => status === 'fulfilled')).toBe(true);
  expect(outcomes[10]).toMatchObject({ status: 'rejected', reason: expect.any(MailRefused) });
});

test('a thread that ends with letters in hand loses none, and the next many find another', async () => {
  const press = new LetterPress(() => KEYS);
  const first = Promise.all(many(40).map((order) => press.print(order)));
  await new Promise(setImmediate);
  await threads[0]!.terminate();
  expect(await first).toHaveLength(40);
  expect(await Promise.all(many(20).map((order) => press.print(order)))).toHaveLength(20);
  expect(threads).toHaveLength(2);
});
