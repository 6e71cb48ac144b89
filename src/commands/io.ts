/**
 * Input-output multipliers of a user's own table: `npm run io -- TABLE [ACCOUNTS]`. The balance report comes first; a table that is
 * refused is told at its cells, and nothing is computed of it.
 */

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Problem, Problems, UsageProblem } from '../../scripts/ledger/problem.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { commandLine, terminalLanguage, wholeNumber } from './cli/arguments.ts'
import { run } from './cli/run.ts'
import { terminalWidth, whileBusy } from './cli/terminal.ts'
import { type Bundle, bundlesAsked, finalUseBundles } from './io/bundles.ts'
import { readKey } from './io/key.ts'
import { readTable, type TableFile } from './io/read-table.ts'
import { RefusedTable } from './io/refused-table.ts'
import { writeReport } from './io/report-files.ts'
import { computeIo, problemsResult } from './io/results.ts'
import { balanceText, resultText } from './io/text.ts'
import { ioWords } from './io/words.ts'

/** npm runs scripts in the project’s folder, and says from which one it was called. */
const called = (said: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), said)

const fileOf = (said: string): TableFile => {
  const path = called(said)
  if (!existsSync(path)) throw new UsageProblem(`there is no file ${said}`, 'a table as .csv or .xlsx')
  return { name: said, path }
}

const languageAsked = (said: string | undefined): Language | undefined => {
  if (said === undefined || said === 'zh' || said === 'en') return said
  throw new UsageProblem(`there is no language “${said}”`, 'zh or en')
}

const problemsOf = (error: unknown): readonly Problem[] | undefined =>
  error instanceof Problems ? error.list : error instanceof Problem ? [error] : undefined

await run(async () => {
  const { flags, values, words } = commandLine({
    name: 'io',
    does: `Multipliers, linkages and embodied employment of an input-output table of your own, in the statistics office’s layout or as
“origin,sector” with a column a sector. What does not balance is told at its cell before anything is computed.`,
    words: {
      TABLE: 'flows, as .csv or .xlsx',
      '[ACCOUNTS]': 'gross output and employment by sector: sector, gross_output, employment_10k (or employment, in persons)',
      '[ACCOUNTS2]': 'the accounts of the later table, with --compare',
    },
    flags: {
      bundle: { value: 'BUNDLE', hint: 'employment in a bundle of final demand: NAME=sector:amount,…;NAME=…, or a file sector,amount' },
      final: { value: 'USE,…', hint: 'employment in final uses of the table; several together as one+other' },
      aggregate: { value: 'KEY.csv', hint: 'adds sectors up by a file sector,group and says what that moves' },
      compare: { value: 'TABLE2', hint: 'a later table of the same sectors and prices: what moved employment between the two' },
      influence: { value: 'N', hint: 'the N most influential coefficients' },
      sheet: { value: 'NAME', hint: 'the sheet of a workbook; else the first that holds a table' },
      'blank-as-zero': { hint: 'takes blank cells for noughts, where the source leaves noughts blank' },
      report: { value: 'DIR', hint: 'writes data, a table, a chart and a begun chapter into a house made by npm run new -- report DIR' },
      year: { value: 'YYYY', hint: 'of the table, with --report, where neither its title nor its name says it' },
      language: { value: 'zh|en', hint: 'of what is told; else the terminal’s' },
      json: { hint: 'prints everything for other tools' },
    },
    exits: { 1: 'the table is refused' },
    examples: [
      'npm run -s io -- flows.csv sectors.csv',
      'npm run -s io -- table.xlsx employment.csv --final household+government --influence 10',
      'npm run -s io -- flows.csv sectors.csv --bundle meals=food:40,trade:60 --json',
    ],
  })
  const asked = languageAsked(values.language)
  const language = asked ?? terminalLanguage()
  const [table = '', accounts, laterAccounts] = words
  if (laterAccounts !== undefined && values.compare === undefined)
    throw new UsageProblem(`“${laterAccounts}” is one word too many`, 'TABLE [ACCOUNTS]; or --compare TABLE2 ACCOUNTS2 behind them')
  const isJson = flags.has('json')
  const print = (text: string): void => console.log(text)
  const blankIsNought = flags.has('blank-as-zero')
  const influence = values.influence === undefined ? undefined : wholeNumber('influence', values.influence)
  try {
    const read = await readTable({
      table: fileOf(table),
      accounts: accounts === undefined ? undefined : fileOf(accounts),
      sheet: values.sheet,
      blankIsNought,
    })
    if (!isJson) print(`${balanceText(read.balance, language, terminalWidth())}\n`)
    const bundles: Bundle[] = [
      ...(values.final === undefined ? [] : finalUseBundles(values.final, read)),
      ...(values.bundle === undefined ? [] : await bundlesAsked(values.bundle, called(values.bundle), read)),
    ]
    const key = values.aggregate === undefined ? undefined : await readKey(fileOf(values.aggregate).path, values.aggregate, read.sectors)
    const laterTable = values.compare
    const later = laterTable
      ? await readTable({ table: fileOf(laterTable), accounts: laterAccounts ? fileOf(laterAccounts) : undefined, blankIsNought })
      : undefined
    const result = whileBusy(language === 'zh' ? '求解' : 'solving', () =>
      computeIo(read, { bundles, influence, key, later, language: asked ?? 'en' }),
    )
    const made =
      values.report === undefined ? [] : writeReport(read, { folder: called(values.report), said: values.report, year: values.year, key })
    print(isJson ? JSON.stringify(result, null, 1) : resultText(result, language, terminalWidth()))
    if (made.length > 0)
      console.error(
        `\n${made.map((file) => `wrote ${values.report}/${file}`).join('\n')}\n\nnext, in ${values.report}: npm run check, then npm run snapshot; data/io-table/*.yaml and data/sources.yaml want the sectors’ names in both languages, and who made the table`,
      )
  } catch (error) {
    const list = problemsOf(error)
    if (!list) throw error
    const balance = error instanceof RefusedTable ? error.balance : []
    process.exitCode = 1
    if (isJson) {
      print(JSON.stringify(problemsResult(list, balance, asked ?? 'en'), null, 1))
      return
    }
    if (balance.length > 0) print(`${balanceText(balance, language, terminalWidth())}\n`)
    console.error(`${list.map(({ message }) => message).join('\n')}\n\n${ioWords(language).refused}`)
  }
})
