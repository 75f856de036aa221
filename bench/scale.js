// How far Steward goes, by a model: prints the tables of docs/scale.md; --write puts them there. Measures nothing.
import { figures, updatePage } from './scale/page.js';

const { text, good } = figures();
console.log(text);
if (process.argv.includes('--write')) {
  updatePage(text);
}
if (!good) {
  console.error('The model is more than 10 % off what was measured');
  process.exitCode = 1;
}
