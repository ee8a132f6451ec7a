import { openPersona, openStart, takeStart } from '#app/answering/shared/shared-door.server.ts';
import { takePersona } from '#app/answering/shared/take-shared.server.ts';
import type { House } from '#app/platform/house.ts';
import { type PlainReply, type PlainRequest, textOf } from '#app/platform/http/plain-exchange.ts';
import { countLater } from '#app/results/count-later.server.ts';
import { addQuestion, emptyDraft } from '#app/survey/draft/draft.ts';
import { hiddenFields } from './respond.ts';

/** The key of the one question that `shareFor` asks. */
export const SHARED_KEY = addQuestion(emptyDraft(), 'recommend').questions[0]!.key;

/** A browser that keeps the cookie it is given. */
export class LinkVisitor {
  cookies = '';
  /** Where its presses come from. */
  address = '203.0.113.7';
  readonly house: House;
  readonly token: string;

  constructor(house: House, token: string) {
    this.house = house;
    this.token = token;
  }

  #request(persona: string | null, given: Partial<PlainRequest>): PlainRequest {
    const path = persona === null ? `/s/${this.token}` : `/s/${this.token}/${persona}`;
    const blank = { method: 'GET', path, query: '', form: '', acceptLanguage: '' };
    return { ...blank, cookies: this.cookies, ...given };
  }

  async #kept(answered: Promise<PlainReply>) {
    const { body, ...reply } = await answered;
    const cookie = reply.headers['set-cookie'];
    if (cookie) this.cookies = cookie.split(';')[0]!;
    return { ...reply, body: textOf(body) };
  }

  start() {
    return this.#kept(openStart(this.#request(null, {}), { house: this.house, token: this.token }));
  }

  async choose(persona: string) {
    const form = new URLSearchParams({ persona }).toString();
    const request = this.#request(null, { method: 'POST', form });
    return this.#kept(takeStart(request, { house: this.house, token: this.token }));
  }

  page(personaId: string, query = '') {
    const visit = { house: this.house, token: this.token, personaId };
    return this.#kept(openPersona(this.#request(personaId, { query }), visit));
  }

  async send(personaId: string, fields: Record<string, string>) {
    const form = new URLSearchParams(fields).toString();
    const visit = { house: this.house, token: this.token, personaId, address: this.address };
    const request = this.#request(personaId, { method: 'POST', form });
    return this.#kept(takePersona(request, visit, countLater));
  }

  /** Opens the questions, fills them in and presses, as a hand does. */
  async answer(personaId: string, filled: Record<string, string> = { [SHARED_KEY]: '9' }) {
    return this.send(personaId, { ...(await this.form(personaId)), moved: '1', ...filled });
  }

  async form(personaId: string): Promise<Record<string, string>> {
    const fields = hiddenFields((await this.page(personaId)).body);
    return Object.fromEntries(Object.entries(fields).map(([name, [value]]) => [name, value!]));
  }
}
