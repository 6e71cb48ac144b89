/**
 * A table of a user’s as part of a report: `npm run io -- TABLE ACCOUNTS --report DIR`. Writes, into a house made by
 * `npm run new -- report DIR`, the table as data with its places, the multipliers as figures of the ledger, a table, a chart and a
 * chapter begun in both languages. The house computes them all again by itself.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import stringWidth from 'string-width'
import { UsageProblem } from '../../../scripts/ledger/problem.ts'
import type { Bilingual, Language } from '../../../scripts/ledger/types.ts'
import { aggregate, groupsOf } from '../../../scripts/toolbox/input-output/aggregation.ts'
import { employmentMultipliers } from '../../../scripts/toolbox/input-output/employment-multipliers.ts'
import { leontiefInverse } from '../../../scripts/toolbox/input-output/leontief-inverse.ts'
import type { FinalUseKind, InputOutputTable } from '../../../scripts/toolbox/input-output/table.ts'
import { frontMatter } from '../../lib/chapter-files.ts'
import type { ReadTable } from './read-table.ts'

export interface ReportRequest {
  /** The house, and as the user called it. */
  readonly folder: string
  readonly said: string
  /** The year of the table, where its title does not say it. */
  readonly year: string | undefined
  readonly key: ReadonlyMap<string, string> | undefined
}

/** The folder of data and of the estimate; also the id of the source, and the chapter’s slug. */
const source = 'io-table'
const slug = 'input-output'

/** Each multiplier is a figure that rests on every flow: beyond this a report would take minutes to compute. */
const mostSectors = 24

/** The first year that a title or a file’s name says. */
const yearIn = (texts: readonly (string | undefined)[]): string | undefined =>
  texts.map((text) => /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text ?? '')?.[0]).find(Boolean)

/** A name as part of an id: wholesale and retail → wholesaleAndRetail; what has no Latin letters goes by its number. */
const idOf = (name: string, otherwise: string): string => {
  const words = name.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? []
  const id = words
    .map((word, index) => (index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()))
    .join('')
  return /^[a-z][A-Za-z0-9]{1,30}$/.test(id) && !/[^\p{ASCII}]/u.test(name) ? id : otherwise
}

const unlike = (names: readonly string[], letter: string): readonly string[] => {
  const ids = names.map((name, index) => idOf(name, `${letter}${String(index + 1).padStart(2, '0')}`))
  return ids.map((id, index) => (ids.indexOf(id) === index ? id : `${id}${index + 1}`))
}

/** Text between quotes, as YAML reads it. */
const quoted = (text: string): string => JSON.stringify(text)
const both = ({ zh, en }: Bilingual): string => `{ zh: ${quoted(zh)}, en: ${quoted(en)} }`

const kindLabels: Readonly<Record<FinalUseKind, Bilingual>> = {
  household: { zh: '居民消费', en: 'household consumption' },
  government: { zh: '政府消费', en: 'government consumption' },
  consumption: { zh: '最终消费', en: 'final consumption' },
  capital: { zh: '资本形成', en: 'capital formation' },
  inventory: { zh: '存货变动', en: 'changes in inventories' },
  export: { zh: '出口', en: 'exports' },
  other: { zh: '其他最终使用', en: 'other final use' },
}

/** Decimals that half a unit of the last digit speaks of. */
const decimalsOf = (half: number): number => (half > 0 ? Math.max(0, Math.round(-Math.log10(2 * half))) : 0)

/** Writes everything, and returns the files that were written or added to. */
export const writeReport = (read: ReadTable, { folder, said, year, key }: ReportRequest): readonly string[] => {
  if (!existsSync(`${folder}/data/sources.yaml`) || !existsSync(`${folder}/scripts/index.ts`))
    throw new UsageProblem(`${said} is no house of a report`, `one made by npm run new -- report ${said}`)
  if (existsSync(`${folder}/data/${source}`))
    throw new UsageProblem(
      `${said} has a table in data/${source} already`,
      `a house without it; or remove data/${source} and what names it`,
    )
  if (!read.table.employment)
    throw new UsageProblem('the chapter is about employment, and no file has any', 'accounts with a column of employment')
  const table = key ? aggregate(read.table, groupsOf(read.table.sectors, key)) : read.table
  if (table.sectors.length > mostSectors)
    throw new UsageProblem(
      `a chapter of ${table.sectors.length} sectors would be more than readers and ledgers bear`,
      `at most ${mostSectors}: --aggregate KEY.csv adds sectors up`,
    )
  const period = year ?? yearIn([read.laidOut.title, read.laidOut.file])
  if (period === undefined) throw new UsageProblem('neither the table’s title nor its name says its year', '--year 2017')
  if (!/^\d{4}$/.test(period)) throw new UsageProblem(`“${period}” is no year`, '--year 2017')

  const written: string[] = []
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(`${folder}/${file}`), { recursive: true })
    writeFileSync(`${folder}/${file}`, text)
    written.push(file)
  }
  const change = (file: string, work: (text: string) => string): void => write(file, work(readFileSync(`${folder}/${file}`, 'utf8')))
  const parts = describe(read, table, period, key !== undefined)

  change('data/sources.yaml', (text) => `${text.trimEnd()}\n\n${parts.sourceEntry}`)
  change('data/units.yaml', (text) => under(under(text, 'units', parts.units), 'printed', parts.printed))
  change('data/scopes.yaml', (text) => under(under(text, 'entities', parts.entities), 'measures', parts.measures))
  for (const [file, text] of Object.entries(parts.files)) write(file, text)
  change('scripts/index.ts', registered)
  for (const language of ['zh', 'en'] as const)
    write(`content/${language}/${slug}.mdx`, chapter(language, parts, partOf(folder), orderIn(folder)))
  return written
}

/** Entries put at the beginning of a block of a file, where one of their names does not stand there yet. */
const under = (text: string, block: string, entries: Readonly<Record<string, string>>): string => {
  const lines = Object.entries(entries).filter(([name]) => !new RegExp(`^ {2}${name}:`, 'm').test(text))
  if (lines.length === 0) return text
  const added = lines.map(([name, value]) => `  ${name}: ${value}\n`).join('')
  return new RegExp(`^${block}:`, 'm').test(text)
    ? text.replace(new RegExp(`^${block}:.*\\n`, 'm'), (line) => line + added)
    : `${text.trimEnd()}\n\n${block}:\n${added}`
}

/** The estimate among the others, behind them. */
const registered = (text: string): string => {
  const line = `import { ioMultipliers } from './estimates/${source}/multipliers.ts'\n`
  // The formatter asks for imports in the order of the alphabet.
  const imports = [...text.matchAll(/^import .*\n/gm)].map(([each]) => each)
  const sorted = [...imports.filter((each) => each.includes('./estimates/')), line].sort((one, other) =>
    pathIn(one) < pathIn(other) ? -1 : 1,
  )
  const rest = imports.filter((each) => !each.includes('./estimates/'))
  const [first = ''] = imports
  const withoutImports = imports.reduce((left, each) => left.replace(each, each === first ? '\0' : ''), text)
  return withoutImports
    .replace('\0', [...sorted, ...rest].join(''))
    .replace(
      /export const estimates = \[([^\]]*)\]/,
      (_, inside: string) => `export const estimates = [${inside.trim().replace(/,$/, '')}, ioMultipliers]`,
    )
}

const pathIn = (line: string): string => /'([^']+)'/.exec(line)?.[1] ?? ''

const partOf = (folder: string): string =>
  /parts: \[\{ id: '([^']+)'/.exec(readFileSync(`${folder}/src/report/index.ts`, 'utf8'))?.[1] ?? 'report'

const orderIn = (folder: string): number =>
  Math.max(
    0,
    ...readdirSync(`${folder}/content/en`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.mdx'))
      .map((name) => Number(/^order: (\d+)/m.exec(readFileSync(`${folder}/content/en/${name}`, 'utf8'))?.[1] ?? 0)),
  ) + 1

interface Parts {
  readonly sourceEntry: string
  readonly units: Readonly<Record<string, string>>
  readonly printed: Readonly<Record<string, string>>
  readonly entities: Readonly<Record<string, string>>
  readonly measures: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, string>>
  readonly hasConsumption: boolean
  readonly isParted: boolean
  readonly least: string
  readonly greatest: string
}

/** Everything that depends on the table. */
const describe = (read: ReadTable, table: InputOutputTable, period: string, isAggregated: boolean): Parts => {
  const { sectors, finalUses } = table
  const ids = unlike(sectors, 's')
  const useIds = unlike(
    finalUses.map(({ name }) => name),
    'use',
  )
  const labels = sectors.map((name, index): Bilingual => {
    const named = read.sectors.find((one) => one.name === name)
    if (named?.label) return named.label
    const hasHan = /\p{Script=Han}/u.test(name)
    return { zh: name, en: hasHan ? `sector ${named && named.code !== name ? named.code : index + 1}` : name }
  })
  const useLabels = finalUses.map(({ name, kind }, index): Bilingual => {
    const alike = finalUses.filter((use) => use.kind === kind)
    const whose = /农村/.test(name) ? 'rural ' : /城镇/.test(name) ? 'urban ' : ''
    const number =
      alike.length === 1 || whose ? '' : ` ${alike.indexOf(finalUses[index] ?? { name, kind, domestic: [], imported: [] }) + 1}`
    return /\p{Script=Han}/u.test(name)
      ? { zh: name, en: `${whose}${kindLabels[kind].en}${number}` }
      : { zh: alike.length === 1 ? kindLabels[kind].zh : name, en: name.replaceAll('_', ' ') }
  })
  const isParted = table.importsAre === 'proportional' || (isAggregated && read.table.importsAre === 'proportional')
  // What was parted in proportion has no printed digits; two more than those of the table keep what it is.
  const decimals = (half: number): number => decimalsOf(half) + (isParted ? 2 : 0)
  const flowText = (amount: number): string => amount.toFixed(decimals(read.table.halfUnits.flows))
  const useText = (amount: number): string => amount.toFixed(decimals(read.table.halfUnits.finalUses))
  const hasImports = [...table.imported.flat(), ...finalUses.flatMap(({ imported }) => imported)].some((amount) => amount !== 0)
  const rowsOf = (origin: 'domestic' | 'imported'): readonly string[] =>
    sectors.map((_, seller) =>
      [
        origin,
        ids[seller],
        ...(table[origin][seller] ?? []).map(flowText),
        ...finalUses.map((use) => useText(use[origin][seller] ?? 0)),
      ].join(','),
    )
  const persons = read.employment?.persons ?? 1
  const jobsText = (amount: number): string => (amount / persons).toFixed(decimalsOf(read.table.halfUnits.employment / persons))
  const made = isAggregated ? { zh: '按对照表归并。', en: ' Sectors are added up by a key.' } : { zh: '', en: '' }
  const parted = isParted
    ? {
        zh: '国产与进口是按比例分开的，不是原表所印。',
        en: ' Domestic and imported products were parted in proportion, and are no cells of the table as printed.',
      }
    : { zh: '', en: '' }
  const note: Bilingual = {
    zh: `由文件${read.laidOut.file.split('/').at(-1)}读入。${made.zh}${parted.zh}`,
    en: `Read from the file ${read.laidOut.file.split('/').at(-1)}.${made.en}${parted.en}`,
  }
  const title: Bilingual = { zh: `${period}年投入产出表`, en: `Input-output table, ${period}` }
  const employed = ids.filter((_, index) => (table.employment?.[index] ?? 0) > 0)
  const consuming = useIds.filter((_, index) => ['household', 'government', 'consumption'].includes(finalUses[index]?.kind ?? ''))
  const labelOf = (id: string): Bilingual => labels[ids.indexOf(id)] ?? { zh: id, en: id }
  const unitName = read.laidOut.unit

  const flowsYaml = `# Intermediate and final use, in the table’s unit of money. Rows of domestic${hasImports ? ', then of imported' : ''} origin.
table: ${quoted(title.zh)}
title: ${both({ zh: `部门间的中间使用与最终使用（${period}年）`, en: `Intermediate and final use by sector, ${period}` })}
at: {}
unit: ioMoney
scope: { period: "${period}", entity: io-economy }
note: ${both(note)}
grid: yes
prefix: ioFlows
keys: [origin, sector]
columns:
${[
  ...ids.map((id, index) => ({ id, label: labels[index], of: { zh: '使用', en: 'used by ' } })),
  ...useIds.map((id, index) => ({ id, label: useLabels[index], of: undefined })),
]
  .map(
    ({ id, label, of }) =>
      `  - { column: ${id}, suffix: ${id}, label: ${both(of && label ? { zh: `${label.zh}${of.zh}`, en: `${of.en}${label.en}` } : (label ?? { zh: id, en: id }))} }`,
  )
  .join('\n')}
words:
  origin: { zh: 来源地, en: Origin }
  sector: { zh: 部门, en: Sector }
  domestic: { zh: 国产, en: Domestic }
${hasImports ? '  imported: { zh: 进口, en: Imported }\n' : ''}${ids.map((id) => `  ${id}: ${both(labelOf(id))}`).join('\n')}
`
  const sectorsYaml = `# Gross output in the table’s unit of money, and persons employed.
table: ${quoted(`${period}年部门账户`)}
title: ${both({ zh: `各部门总产出与从业人员（${period}年）`, en: `Gross output and persons employed by sector, ${period}` })}
at: {}
scope: { period: "${period}", entity: io-economy }
note: ${both(note)}
grid: yes
prefix: ioSectors
keys: [sector]
columns:
  - { column: gross_output, suffix: output, unit: ioMoney, label: { zh: 总产出, en: gross output } }
  - { column: employment, suffix: jobs, unit: ioPersons, scope: { measure: employed }, label: { zh: 从业人员, en: persons employed } }
words:
  sector: { zh: 部门, en: Sector }
${ids.map((id) => `  ${id}: ${both(labelOf(id))}`).join('\n')}
`
  const script = `import { derived } from '../../ledger/figures/derived.ts'
import { ratio } from '../../ledger/formulas/ratio.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import { bundleMultiplier, bundleMultiplierTex, sectorMultiplier, sectorMultiplierTex } from '../../methods/leontief.ts'

${listed('const sectors = ', ids.map(scriptText), ' as const', '')}
type Sector = (typeof sectors)[number]
${listed('const finalUses = ', useIds.map(scriptText), ' as const', '')}
const origins = [${hasImports ? "'domestic', 'imported'" : "'domestic'"}] as const
const scope = { period: '${period}', entity: 'io-economy' } as const

const flowIds = (uses: readonly string[]) =>
  origins.flatMap((origin) => sectors.flatMap((seller) => uses.map((use) => \`ioFlows.\${origin}.\${seller}.\${use}\`)))

/** The economy of domestic flows, with one sector first where a method asks about the first. */
const economy = (first?: Sector) => {
  const order = first ? [first, ...sectors.filter((sector) => sector !== first)] : sectors
  return {
    flows: order.map((seller) => order.map((buyer) => \`ioFlows.domestic.\${seller}.\${buyer}\`)),
    output: order.map((sector) => \`ioSectors.\${sector}.output\`),
    jobs: order.map((sector) => \`ioSectors.\${sector}.jobs\`),
  }
}

/** Domestic products that some final uses take, sector by sector. */
const demand = (uses: readonly string[]) => sectors.map((sector) => uses.map((use) => \`ioFlows.domestic.\${sector}.\${use}\`))

/** Indirect jobs per direct job: of single sectors, of all final use${consuming.length > 0 ? ' and of consumption' : ''}. */
export const ioMultipliers = [
  derived({
    id: 'io.intermediateUse',
    label: { zh: '中间使用合计', en: 'Intermediate use, total' },
    unit: 'io-money',
    scope,
    formula: sum,
    of: { terms: flowIds(sectors) },
  }),
  derived({
    id: 'io.finalUse',
    label: { zh: '最终使用合计', en: 'Final use, total' },
    unit: 'io-money',
    scope,
    formula: sum,
    of: { terms: flowIds(finalUses) },
  }),
  derived({
    id: 'io.intermediatePerFinal',
    label: { zh: '中间使用与最终使用之比', en: 'Intermediate use per final use' },
    unit: 'ratio',
    scope,
    formula: ratio,
    of: { after: 'io.intermediateUse', before: 'io.finalUse' },
  }),
  derived({
    id: 'io.perDirect',
    label: { zh: '每个直接就业的间接就业，全部最终使用', en: 'Indirect jobs per direct job, all final use' },
    unit: 'ratio',
    scope,
    formula: bundleMultiplier,
    tex: bundleMultiplierTex,
    of: { ...economy(), demand: demand(finalUses) },
  }),
${
  consuming.length > 0
    ? `  derived({
    id: 'io.perDirectOfConsumption',
    label: { zh: '每个直接就业的间接就业，消费', en: 'Indirect jobs per direct job, consumption' },
    unit: 'ratio',
    scope,
    formula: bundleMultiplier,
    tex: bundleMultiplierTex,
    of: { ...economy(), demand: demand([${consuming.map((id) => `'${id}'`).join(', ')}]) },
  }),
`
    : ''
}  ...(
    [
${employed.map((id) => listed('', [id, labelOf(id).zh, labelOf(id).en].map(scriptText), ',', '      ')).join('\n')}
    ] as const
  ).map(([sector, zh, en]) =>
    derived({
      id: \`io.perDirectOf.\${sector}\`,
      label: { zh: \`每个直接就业的间接就业，\${zh}\`, en: \`Indirect jobs per direct job, \${en}\` },
      short: { zh, en },
      unit: 'ratio',
      scope,
      formula: sectorMultiplier,
      tex: sectorMultiplierTex,
      of: economy(sector),
    }),
  ),
]
`
  const figureIds = employed.map((id) => `io.perDirectOf.${id}`)
  const chart = `# Indirect jobs per direct job by sector; any bundle of final demand lies between the least and the greatest.
kind: dots
sort: falling
rows:
${figureIds.map((id) => `  - figure: ${id}`).join('\n')}
`
  const contentTable = `columns:
  - { heading: { zh: 部门, en: Sector } }
  - { heading: { zh: 间接就业与直接就业之比, en: Indirect per direct jobs }, unit: plain, decimals: "3" }
rows:
${figureIds.map((id) => `  - ${id}`).join('\n')}
  - { figure: io.perDirect, label: { zh: 全部最终使用, en: All final use }, strong: yes, cells: [io.perDirect] }
`
  const perDirect = employed.map((id) => ({ id, ratio: typeI(table, ids.indexOf(id)) })).sort((one, other) => one.ratio - other.ratio)
  return {
    sourceEntry: `# The table that the chapter “${slug}” is computed from. Say here who made it, and where it can be had.
${source}:
  group: statistics
  type: dataset
  language: zh, en
  authors: [${both({ zh: '投入产出表的编制者', en: 'The makers of the input-output table' })}]
  title: ${both(title)}
  year: "${period}"
  publisher: ${both({ zh: '投入产出表的编制者', en: 'The makers of the input-output table' })}
`,
    units: {
      person: '{ name: { zh: 人, en: people }, written: { zh: "{}人", en: "{} people" }, one: { zh: "{}人", en: "{} person" } }',
      'io-money': `{ name: ${both({ zh: unitName ?? '表的货币单位', en: 'units of the table’s money' })}, written: ${both({ zh: `{}${unitName ?? '（表的货币单位）'}`, en: '{} units of money' })} }`,
    },
    printed: { ioMoney: '{ unit: io-money }', ioPersons: persons === 1 ? '{ unit: person }' : `{ unit: person, factor: "${persons}" }` },
    entities: { 'io-economy': '{ zh: 投入产出表中的经济, en: The economy of the input-output table }' },
    measures: { employed: '{ zh: 从业人员, en: persons employed }' },
    files: {
      [`data/${source}/flows.csv`]: `${[['origin', 'sector', ...ids, ...useIds].join(','), ...rowsOf('domestic'), ...(hasImports ? rowsOf('imported') : [])].join('\n')}\n`,
      [`data/${source}/flows.yaml`]: flowsYaml,
      [`data/${source}/sectors.csv`]: `${['sector,gross_output,employment', ...ids.map((id, index) => `${id},${(table.output[index] ?? 0).toFixed(decimalsOf(read.table.halfUnits.output))},${jobsText(table.employment?.[index] ?? 0)}`)].join('\n')}\n`,
      [`data/${source}/sectors.yaml`]: sectorsYaml,
      [`scripts/estimates/${source}/multipliers.ts`]: script,
      'content/charts/ioMultipliers.yaml': chart,
      'content/tables/io-multipliers.yaml': contentTable,
    },
    hasConsumption: consuming.length > 0,
    isParted,
    least: `io.perDirectOf.${perDirect[0]?.id ?? ''}`,
    greatest: `io.perDirectOf.${perDirect.at(-1)?.id ?? ''}`,
  }
}

/** Type I of a sector, by which the least and the greatest are found. */
const typeI = (table: InputOutputTable, sector: number): number =>
  employmentMultipliers(table, leontiefInverse(table)).typeI[sector] ?? Number.NaN

/** A list as the formatter writes it: on one line where that has room, else an item a line. */
const listed = (before: string, items: readonly string[], behind: string, indent: string): string => {
  const line = `${indent}${before}[${items.join(', ')}]${behind}`
  return stringWidth(line) <= 140
    ? line
    : `${indent}${before}[\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}]${behind}`
}

/** Text between the quotes that the formatter of scripts asks for. */
const scriptText = (text: string): string =>
  text.includes("'") && !text.includes('"') ? JSON.stringify(text) : `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

const chapter = (language: Language, { hasConsumption, isParted, least, greatest }: Parts, part: string, order: number): string =>
  language === 'zh'
    ? `${frontMatter({
        title: '最终需求背后的就业',
        short: '投入产出',
        description: '一个部门的产品有人购买，其他部门随之有多少人就业：分部门，也看全部最终使用。',
        part,
        order,
      })}
一个部门的产品有人购买，本部门有人就业，供给链上的各部门也有人就业。本章用投入产出表<Cite source="${source}" />把两者都算出来；进口品在别处占用劳动，不计在内。

## 各部门

<Chart id="ioMultipliers">每个直接就业带来的间接就业，分部门</Chart>

最低的部门是<Num id="${least}" />，最高的是<Num id="${greatest}" />（<See chart="ioMultipliers" />，<See table="io-multipliers" />）。任何一组最终需求的乘数，都是各部门按直接就业加权的平均，落不到这两端之外。

<Table id="io-multipliers">间接就业与直接就业之比</Table>

## 全部最终使用

就全部国产最终使用而言，每个直接就业对应<Num id="io.perDirect" />个间接就业${hasConsumption ? '，只看消费则是<Num id="io.perDirectOfConsumption" />个' : ''}。中间使用与最终使用之比是另一个数，<Num id="io.intermediatePerFinal" />：它把各部门的劳动消耗看成一样，也把进口品算作本国所产。

## 前提

单位产出的投入与劳动固定不变，供给没有约束，价格不动。${isParted ? '表中没有分列进口品，各项国内使用中的进口品按同一比例扣除，这是假定。' : ''}

<Objection title="相连的就业不等于带来的就业">
乘数说的是与最终需求相连的就业。需求若不在这里，也会在别处；它没有说若无此项需求，这些人便没有工作。
</Objection>
`
    : `${frontMatter({
        title: 'Jobs behind final demand',
        short: 'Input and output',
        description: 'How many jobs in other sectors go with a job in the sector whose product is bought, by sector and for all final use.',
        part,
        order,
      })}
Where a sector’s product is bought, people work in the sector and all along the chain of its suppliers. This chapter counts both with an input-output table<Cite source="${source}" />; imported products are left out, as they employ people elsewhere.

## By sector

<Chart id="ioMultipliers">Indirect jobs per direct job, by sector</Chart>

The least of the sectors comes to <Num id="${least}" />, the greatest to <Num id="${greatest}" /> (<See chart="ioMultipliers" />, <See table="io-multipliers" />). The multiplier of any bundle of final demand is a mean of theirs, weighed by its direct jobs, and lies nowhere outside.

<Table id="io-multipliers">Indirect jobs per direct job</Table>

## All final use

Over all domestic final use there are <Num id="io.perDirect" /> indirect jobs to a direct one${hasConsumption ? ', over consumption alone <Num id="io.perDirectOfConsumption" />' : ''}. Intermediate use over final use is another number, <Num id="io.intermediatePerFinal" />: it takes the labour of all sectors for alike, and imports for products of the country.

## What it rests on

Inputs and labour per unit of output stay as they are, supply has no bounds, and prices do not move.${isParted ? ' The table does not part imported products; the same share of them was taken out of each use at home, which is an assumption.' : ''}

<Objection title="Jobs that go with demand are not jobs that it makes">
A multiplier tells the jobs that go with final demand. The demand might have been elsewhere; nothing here says that without it these people would have had no work.
</Objection>
`
