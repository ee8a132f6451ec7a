import { answerHot } from '#app/answering/hot-door.server.ts';
import type { House } from '#app/platform/house.ts';
import { textOf } from '#app/platform/http/plain-exchange.ts';
import { countLater } from '#app/results/count-later.server.ts';

const door = answerHot(countLater);

export interface Shown {
  status: number;
  headers: Readonly<Record<string, string>>;
  text: string;
}

/** A browser at the respondent's door itself, without a socket between: it keeps its device's cookie and follows nothing. */
export class HotVisitor {
  readonly #house: House;
  readonly #keepsCookies: boolean;
  #cookies = '';

  constructor(house: House, { keepsCookies = true } = {}) {
    this.#house = house;
    this.#keepsCookies = keepsCookies;
  }

  get(path: string): Promise<Shown> {
    return this.#ask('GET', path, '');
  }

  post(path: string, form: Readonly<Record<string, string | readonly string[]>>): Promise<Shown> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(form))
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
    return this.#ask('POST', path, body.toString());
  }

  async #ask(method: string, address: string, form: string): Promise<Shown> {
    const [path = '', query = ''] = address.split('?');
    const request = { method, path, query, form, cookies: this.#cookies, acceptLanguage: 'en' };
    const reply = await door.answer(request, this.#house);
    const cookie = reply.headers['set-cookie'];
    if (cookie && this.#keepsCookies) this.#cookies = cookie.split(';', 1)[0]!;
    return { status: reply.status, headers: reply.headers, text: textOf(reply.body) };
  }
}
