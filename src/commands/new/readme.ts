import type { HouseNames } from './house.ts'

/** The README of a new house: its two commands, its rooms, and how its author goes on. */
export const readme = ({ title }: HouseNames): string => `# ${title.en} · ${title.zh}

A report that proves itself: each number that a reader meets, in prose, table, chart or equation, in Chinese and in English, is
computed when the site is built, from what a source prints, and is one click away from there. What a source prints as a result is held
against the computed one, and the site shows where they part.

What stands here now is an example: an invented parish with a lighthouse, small enough to be checked by hand. Write your own over it.

## Two commands

A machine with Node 20 and npm 11 is enough; the project brings its own Node 24. Node 20 comes with npm 10, and
\`npm install --global npm@11\` makes it npm 11. There \`npm ci\` warns (\`EBADENGINE\`) that packages
want a newer Node than the machine’s: they get it.

\`\`\`sh
npm ci && npm run build   # makes dist/: the site, and dist/ledger.json with every figure and check
npm ci && npm test        # every test; browser tests look for Chromium and try to install it
\`\`\`

## What is yours

\`\`\`
data/            what the sources say: printed values, tables, claims; your units, measures and entities. No code
content/         what you say: chapters in zh and en, content/charts/, content/tables/. Names figures by id
scripts/         report.ts (your report in one value), index.ts (the estimates in reading order), formulas/, estimates/
src/report/      parts, words and brand, the scenarios of the explorer
test/report/     tests of your content; test/figures.json, the figures that you have accepted
README.md, CITATION.cff, LICENSE
\`\`\`

All else is the engine, which knows none of your names and need not be opened. \`test/example/\` belongs to it: its tests
run on that report, whatever becomes of yours.

## How to go on

1. \`npm run dev\`, and open the address that it prints. A mistake stands in the page’s place with its file, line and remedy.
2. Change a sentence in \`content/en/index.mdx\` and \`content/zh/index.mdx\`: both languages carry the same numbers.
3. Change a digit in \`data/gull-point-1901/inputs.yaml\`, and see what moves. \`npm run snapshot\` accepts it into
   \`test/figures.json\`; until then \`npm run verify\` and the tests say which figures moved.
4. Put your first source into \`data/sources.yaml\`, and a folder of its id beside it; [data/README.md](data/README.md) shows every
   kind of file. What it counts, and whom, goes into \`data/units.yaml\` and \`data/scopes.yaml\`.
5. What follows by plain arithmetic is declared in \`derived.yaml\`; an estimate is a script under \`scripts/estimates/\`, listed in
   \`scripts/index.ts\`, with a formula in \`scripts/formulas/\` where none fits.
6. \`npm run new -- chapter SLUG\` begins a chapter. [content/README.md](content/README.md) lists what can stand in one.
7. Remove what you no longer name: \`npm run check\` says what nothing uses. Without \`scenarios\` in \`src/report/index.ts\`
   there is no explorer; without a chapter “references” nothing links to one.
8. Who may use it: change [LICENSE](LICENSE), the sentence in \`src/report/words.en.ts\` and \`words.zh.ts\`, and
   \`license\` in package.json. \`npx vitest run test/report -u\` writes CITATION.cff anew.

Set \`SITE_URL\` to the address under which the site stands when you publish: \`SITE_URL=https://example.org npm run build\`, or with a path,
\`https://user.github.io/project\`.

## The other commands

| command | what it does |
| --- | --- |
| \`npm run dev\` | the site at localhost, computed again when data, scripts or prose change |
| \`npm run check\` | mistakes in data, scripts and chapters, without building; \`-- --fix\` mends spaces and marks |
| \`npm run new -- chapter SLUG\` | begins a chapter in both languages; \`-- report DIR\` another house |
| \`npm run pdf\` | the whole report in each language as one PDF beside the last build, with Chromium |
| \`npm run preview\` | serves the last build |
| \`npm run verify\` | every check as a table; ends with 1 if a figure moved unaccepted or a check that is not exact has no reason |
| \`npm run explain -- ID\` | where a figure comes from, down to what is printed |
| \`npm run diff -- OLD [NEW]\` | two ledgers: what came, went and moved, and the sentences that say so |
| \`npm run shops -- COEFFICIENTS OUT\` | shops made from published coefficients with seeded noise, always labelled synthetic |
| \`npm run replay\` | computes \`dist/ledger.json\` again from the printed inputs, without a line of the build’s code |
| \`npm run snapshot\` | accepts the figures as they are into \`test/figures.json\` |
| \`npm run types\`, \`npm run lint\` | check types and style |

Each tells its flags with \`-- --help\`. Who wants to write, review or build: [CONTRIBUTING.md](CONTRIBUTING.md).
`
