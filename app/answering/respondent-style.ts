import { trusted } from '#app/platform/html.ts';

/**
 * The whole look of the respondent's page, inline: one request shows the first question.
 * Targets are at least 44 px; the eleven numbers stand in two rows where one would make them smaller.
 */
export const respondentStyle = trusted(`
:root{--p:#fff;--p2:#f5f6f7;--i:#15181c;--i2:#474e58;--r:#dde0e5;--f:#79818d;color-scheme:light dark;--font:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{--p:#121417;--p2:#1b1e22;--i:#eceef1;--i2:#b8bec8;--r:#2d3239;--f:#7d8694}}
*{box-sizing:border-box}h1,h2,p,fieldset,legend,ul,dl,dd{margin:0;padding:0}
body{margin:0;background:var(--p);color:var(--i);font:400 1.0625rem/1.625rem var(--font);font-variant-numeric:tabular-nums;overflow-wrap:break-word}
:focus-visible{outline:3px solid var(--i);outline-offset:2px}
.page{max-width:27.5rem;margin:0 auto;padding:20px 16px 32px}
header{border-bottom:1px solid var(--r);padding-bottom:16px;margin-bottom:24px}
.from{font-weight:650;font-size:1.0625rem}.as{font-size:.9375rem;line-height:1.375rem;font-weight:400;letter-spacing:0;color:var(--i2);margin-top:2px}.as b{color:var(--i);font-weight:650}
.intro{margin-bottom:24px}.tongues{margin:-12px 0 12px;font-size:.9375rem}.tongues a,.tongues button{display:inline-block;width:auto;min-height:0;margin:0;margin-inline-end:12px;padding:10px 0;border:0;background:none;color:inherit;font:inherit;text-decoration:underline}fieldset{border:0;min-width:0}.q+.q{margin-top:40px}
legend,.wording{display:block;font-size:1.375rem;line-height:1.875rem;font-weight:650;letter-spacing:-.012em;text-wrap:pretty;padding:0}
.step{display:block;font-size:.875rem;line-height:1.25rem;font-weight:400;letter-spacing:0;color:var(--i2);margin-bottom:4px}
.scale{display:grid;grid-template-columns:repeat(auto-fit,minmax(44px,1fr));margin-top:20px;row-gap:1px}
@media (min-width:34rem){.page{max-width:34rem}.scale{grid-template-columns:repeat(var(--n),1fr)}}
.n5{--n:5}.n7{--n:7}.n11{--n:11}@media (max-width:33.99rem){.n11{grid-template-columns:repeat(6,1fr)}}
.scale label{position:relative;display:block;cursor:pointer;margin-inline-start:-1px}
.scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.scale span{display:grid;place-items:center;min-height:52px;border:1px solid var(--f);font-weight:600;background:var(--p)}
.scale input:hover+span{background:var(--p2)}.scale input:checked+span{background:var(--i);color:var(--p);border-color:var(--i)}
.scale input:focus-visible+span{outline:3px solid var(--i);outline-offset:3px;z-index:1;position:relative}
.ends{display:flex;justify-content:space-between;gap:16px;font-size:.875rem;line-height:1.25rem;color:var(--i2);margin-top:8px}.ends :last-child{text-align:end}
.picked{margin-top:16px;font-size:.9375rem;line-height:1.375rem}
.opts{margin-top:16px}.opt{display:flex;gap:12px;align-items:center;min-height:48px;padding:10px 12px;border:1px solid var(--f);border-radius:4px;margin-top:8px;cursor:pointer}
.opt:hover{border-color:var(--i)}.opt input{width:20px;height:20px;margin:0;accent-color:var(--i);flex:none}.opt:has(:checked){border-color:var(--i);box-shadow:inset 0 0 0 1px var(--i)}
textarea,.line{display:block;width:100%;margin-top:16px;padding:12px;border:1px solid var(--f);border-radius:4px;background:var(--p);color:var(--i);font:inherit}
textarea{min-height:9.5rem}.line{min-height:48px}.line.other{margin-top:8px}.with-unit{display:flex;align-items:center;gap:12px}.with-unit .line{max-width:12rem}.with-unit span{margin-top:16px}
.help{font-size:.9375rem;line-height:1.375rem;color:var(--i2);margin-top:6px}.said .wording{font-weight:400;font-size:1.0625rem;line-height:1.625rem}
.declined{margin-top:16px;border-style:dashed}
.ranks,.grid{margin-top:16px}.rank{display:flex;gap:12px;align-items:center;min-height:48px;margin-top:8px}.rank select{min-width:72px;min-height:48px;padding:8px;border:1px solid var(--f);border-radius:4px;background:var(--p);color:var(--i);font:inherit;flex:none}
.row+.row{margin-top:24px}.row legend{font-size:1.0625rem;line-height:1.5rem;font-weight:600;letter-spacing:0}.cells{display:flex;flex-direction:column;margin-top:8px}@media (min-width:34rem){.cells{flex-direction:row}}.cells label{position:relative;flex:1 1 0;cursor:pointer;margin-block-start:-1px;margin-inline-start:-1px}.cells input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}.cells span{display:grid;place-items:center;min-height:48px;height:100%;padding:8px;border:1px solid var(--f);font-size:.9375rem;line-height:1.25rem;text-align:center}.cells input:hover+span{background:var(--p2)}.cells input:checked+span{background:var(--i);color:var(--p);border-color:var(--i)}.cells input:focus-visible+span{outline:3px solid var(--i);outline-offset:3px;z-index:1;position:relative}
.fault{margin-top:12px;padding-inline-start:12px;border-inline-start:4px solid var(--i);font-weight:600;font-size:.9375rem;line-height:1.375rem}
button{display:block;width:100%;min-height:52px;margin-top:28px;padding:8px 16px;border:1px solid var(--i);border-radius:4px;background:var(--i);color:var(--p);font:650 1.0625rem/1.5rem var(--font);cursor:pointer}
[aria-disabled=true]{opacity:.6;cursor:default}.hp{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.state{min-height:1.375rem;margin-top:12px;font-size:.9375rem;line-height:1.375rem;color:var(--i2)}.keys{display:inline-flex;gap:8px;align-items:center;min-height:44px;margin-top:4px;font-size:.875rem;line-height:1.25rem;color:var(--i2);cursor:pointer}.keys input{width:16px;height:16px;margin:0;accent-color:var(--i);flex:none}
.back{background:var(--p);color:var(--i);margin-top:12px}
.why{margin-top:28px;padding-top:16px;border-top:1px solid var(--r);font-size:.875rem;line-height:1.3125rem;color:var(--i2)}.why dt{font-weight:650;color:var(--i)}.why dd+dt{margin-top:10px}
h1{font-size:1.5rem;line-height:1.875rem;letter-spacing:-.015em;font-weight:650}.after{margin-top:16px}
.done{list-style:none;margin-top:16px}.done li{padding:12px 0;border-bottom:1px solid var(--r);font-size:1rem;line-height:1.5rem}
.not-you{font-size:.9375rem;line-height:1.375rem;margin:0 0 -10px}.not-you a{display:inline-block;padding:11px 0;color:var(--i2)}
.note{margin-top:12px;padding-inline-start:12px;border-inline-start:4px solid var(--r);font-size:.9375rem;line-height:1.375rem;color:var(--i2)}form>.note{margin:0 0 24px}
.review{margin-top:16px}.review dt{padding-top:12px;border-top:1px solid var(--r);font-size:.9375rem;line-height:1.375rem;color:var(--i2)}.review dd{display:flex;flex-wrap:wrap;gap:0 16px;align-items:center;justify-content:space-between}.review div{flex:1 1 12rem;min-width:0;padding:4px 0 12px}.review span{display:block;white-space:pre-line}.change{width:auto;min-height:44px;margin:0;padding:4px 0;border:0;background:none;color:var(--i);font-weight:400;font-size:.9375rem;text-decoration:underline}
`);
