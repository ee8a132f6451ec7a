import type { DkimKey } from '#app/platform/read-dkim.server.ts';
import { sealBytes } from '#app/platform/sealed-bytes.server.ts';
import type { Secrets } from '#app/platform/secrets.server.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import { composeMessage, type Envelope } from '../compose-message.server.ts';
import { type Letter, type WrittenMail, writeInvitation, writeReminder } from '../invitation-mail.ts';
import { type ToldMail, writeTold } from '../told/told-mail.ts';
import { packLetter } from './pack-letter.server.ts';

/** What a letter says. */
export type LetterWords =
  | { kind: 'invitation'; letter: Letter }
  | { kind: 'reminder'; letter: Letter; reminded: Parameters<typeof writeReminder>[1] }
  | { kind: 'told_back'; mail: ToldMail };

/** All that a letter is made of, so that it can be made anywhere. */
export interface LetterOrder {
  words: LetterWords;
  envelope: Omit<Envelope, 'dkim'>;
  /** What the kept letter is sealed under. */
  seal: string;
}

/** What the server makes letters with. */
export interface PressKeys {
  secrets: Secrets;
  dkim: DkimKey | null;
}

export interface PrintedLetter {
  bytes: Buffer;
  subject: string;
  /** What the ledger keeps of it. */
  sealed: Buffer;
}

/** Makes a letter: words, MIME, signature and seal. Throws as {@link composeMessage} does. */
export async function printLetter(
  { secrets, dkim }: PressKeys,
  { words, envelope, seal }: LetterOrder,
): Promise<PrintedLetter> {
  const mail = sayWords(words);
  const bytes = await composeMessage(mail, { ...envelope, dkim });
  return { bytes, subject: mail.subject, sealed: sealBytes(secrets, seal, packLetter(bytes)) };
}

function sayWords(words: LetterWords): WrittenMail {
  switch (words.kind) {
    case 'invitation':
      return writeInvitation(words.letter, wordsIn(words.letter.language));
    case 'reminder':
      return writeReminder(words.letter, words.reminded, wordsIn(words.letter.language));
    case 'told_back':
      return writeTold(words.mail, wordsIn(words.mail.language));
  }
}
