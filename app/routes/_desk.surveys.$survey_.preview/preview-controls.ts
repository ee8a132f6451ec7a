import { html } from '#app/platform/html.ts';
import { languageName } from '#app/survey/translation/language.ts';

/** What a survey is looked at in and as; read from the address, so that a link shows a colleague the same. */
export interface Looking {
  look: 'phone' | 'laptop';
  language: string;
  holder: number;
}

export interface Choices {
  /** Where the editor is. */
  back: string;
  languages: readonly string[];
  holders: readonly { personName: string; accountName: string }[];
  /** The published version that is looked at, where it is not the draft. */
  version?: number | undefined;
}

export function readLooking({ searchParams }: URL, { languages, holders }: Choices): Looking {
  const asked = searchParams.get('lang') ?? '';
  const holder = Number(searchParams.get('as') ?? 0);
  return {
    look: searchParams.get('look') === 'laptop' ? 'laptop' : 'phone',
    language: languages.includes(asked) ? asked : languages[0]!,
    holder: holder in holders ? holder : 0,
  };
}

const STYLE = `.looking{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:end;padding:12px 16px;border-bottom:1px solid var(--r);font-size:.875rem}
.looking label{display:grid;gap:2px;min-width:0;max-width:100%}.looking select{width:100%;min-height:44px;max-width:100%;padding:4px 8px;border:1px solid var(--f);border-radius:4px;background:var(--p);color:var(--i);font:inherit}
.looking button{width:auto;min-height:44px;margin:0}.looking a{min-height:44px;display:grid;place-items:center;color:inherit}`;
const ON_A_PHONE = '.page{max-width:375px}';

/** The respondent's page with a bar above it that chooses what it is seen in and as. Needs no script. */
export function withControls(page: string, looking: Looking, choices: Choices, nonce: string): string {
  const { look, language, holder } = looking;
  const option = (value: string | number, label: string, chosen: boolean) =>
    html`<option value="${value}"${chosen ? html` selected` : null}>${label}</option>`;
  const bar =
    html`<nav aria-label="Preview"><form class="looking" method="get">${choices.version ? html`<input type="hidden" name="version" value="${choices.version}">` : null}<a href="${choices.back}">Back to the editor</a>
<label>Seen on<select name="look">${option('phone', 'A phone', look === 'phone')}${option('laptop', 'A laptop', look === 'laptop')}</select></label>
${choices.languages.length > 1 ? html`<label>In<select name="lang">${choices.languages.map((tag) => option(tag, languageName(tag, 'en'), tag === language))}</select></label>` : null}
${choices.holders.length > 0 ? html`<label>As<select name="as">${choices.holders.map(({ personName, accountName }, at) => option(at, `${personName}, ${accountName}`, at === holder))}</select></label>` : null}
<button>Show</button></form></nav>`.text;
  const style = `<style nonce="${nonce}">${STYLE}${look === 'phone' ? ON_A_PHONE : ''}</style>`;
  return page.replace('</head>', `${style}</head>`).replace('<body>', `<body>${bar}`);
}
