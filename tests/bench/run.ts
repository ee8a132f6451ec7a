import { build } from '#app/install.mjs';
import { readOptions, USAGE } from './options.ts';
import { pageWeight } from './page-weight.ts';
import { benchResults } from './results.ts';
import { benchSend } from './send.ts';
import { soak } from './soak.ts';
import { speed } from './speed.ts';

const options = readOptions(process.argv.slice(2));
if (!options) {
  console.log(USAGE);
  process.exit(2);
}
if ((await build()) !== 0) throw new Error('There is no build to measure: it failed.');
switch (options.what) {
  case 'speed':
    await speed(options);
    break;
  case 'soak':
    await soak(options);
    break;
  case 'page':
    await pageWeight(options);
    break;
  case 'send':
    await benchSend(options);
    break;
  case 'results':
    await benchResults(options);
    break;
  default:
    options.what satisfies never;
}
