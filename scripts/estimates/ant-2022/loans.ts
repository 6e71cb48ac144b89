import { derived } from '../../ledger/figures/derived.ts'
import { product } from '../../ledger/formulas/product.ts'
import { rate } from '../../ledger/formulas/rate.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import type { Bilingual } from '../../ledger/types.ts'

const bank = { period: '2022-06', entity: 'mybank' } as const
const heads = { ...bank, measure: 'head-count' } as const

/** The balance that a number of jobs kept needs at its coefficient; its range is what one printed digit leaves open. */
const balance = (group: 'smallFirm' | 'selfEmployed', row: string, { zh, en }: Bilingual) => [
  derived({
    id: `ant.loans.${group}`,
    label: { zh: `${zh}：稳定就业所需的贷款余额`, en: `${en}: outstanding loans that the employment kept implies` },
    short: { zh, en },
    unit: 'yuan',
    scope: bank,
    formula: rate,
    of: { amount: `antStable.${row}.anyShortage`, base: `ant.credit.${group}Rate` },
    note: {
      zh: '稳定就业数除以每元资金配比的就业。系数只印了一位有效数字，范围由此而来。',
      en: 'Employment kept over employment per yuan of capital. The coefficient is printed with one significant digit, and the range is of that.',
    },
  }),
  derived({
    id: `ant.loans.${group}PerJob`,
    label: { zh: `${zh}：每稳定一个就业的贷款余额`, en: `${en}: outstanding loans for each person kept in employment` },
    unit: 'yuan',
    per: 'person',
    scope: bank,
    digits: 2,
    formula: rate,
    of: { amount: `ant.loans.${group}`, base: `antStable.${row}.anyShortage` },
  }),
  derived({
    id: `ant.loans.${group}ExamplePerBorrower`,
    label: { zh: `${zh}：原报告示例中每户的贷款余额`, en: `${en}: outstanding loan of each borrower in the study’s example` },
    unit: 'yuan',
    per: 'person',
    scope: bank,
    digits: 2,
    formula: rate,
    of: { amount: `ant.credit.${group}Example`, base: 'ant.assumed.operator' },
  }),
  derived({
    id: `ant.loans.${group}Borrowers`,
    label: { zh: `${zh}：若每户的贷款都如示例，贷款人数`, en: `${en}: borrowers, if each owed as much as in the example` },
    unit: 'person',
    scope: heads,
    digits: 3,
    formula: rate,
    of: { amount: `ant.loans.${group}`, base: `ant.loans.${group}ExamplePerBorrower` },
  }),
]

/**
 * The study multiplies outstanding loans that it does not print by coefficients that it does: divided back, the loans
 * are what the estimate needs. They are held against the clients that it prints.
 */
export const loans = [
  ...balance('smallFirm', 'smallFirms', { zh: '小微企业', en: 'Small and micro firms' }),
  ...balance('selfEmployed', 'selfEmployed', { zh: '个体工商户', en: 'Self-employed businesses' }),
  derived({
    id: 'ant.loans.all',
    label: { zh: '稳定就业所需的贷款余额，合计', en: 'Outstanding loans that the employment kept implies, all together' },
    short: { zh: '合计', en: 'all' },
    unit: 'yuan',
    scope: bank,
    formula: sum,
    of: { terms: ['ant.loans.smallFirm', 'ant.loans.selfEmployed'] },
  }),
  derived({
    id: 'ant.loans.selfEmployedShare',
    label: { zh: '个体工商户占所需贷款余额的比重', en: 'Share of the self-employed in the outstanding loans implied' },
    unit: 'ratio',
    scope: bank,
    digits: 2,
    percent: true,
    formula: share,
    of: { part: 'ant.loans.selfEmployed', whole: 'ant.loans.all' },
  }),
  derived({
    id: 'ant.loans.selfEmployedJobsShare',
    label: { zh: '个体工商户占稳定就业的比重', en: 'Share of the self-employed in employment kept' },
    unit: 'ratio',
    scope: bank,
    digits: 3,
    percent: true,
    formula: share,
    of: { part: 'antStable.selfEmployed.anyShortage', whole: 'antStable.all.anyShortage' },
  }),
  derived({
    id: 'ant.loans.perClient',
    label: { zh: '所需贷款余额，按累计客户平均', en: 'Outstanding loans implied, for each client so far' },
    unit: 'yuan',
    per: 'person',
    scope: bank,
    digits: 3,
    formula: rate,
    of: { amount: 'ant.loans.all', base: 'ant.business.bankClients' },
    note: {
      zh: '客户是历来服务过的，多数当时未必有余额；有余额的人平均欠得更多。',
      en: 'Clients are all who were ever served, many of whom owed nothing then; those who did owed more on average.',
    },
  }),
  derived({
    id: 'ant.loans.borrowers',
    label: { zh: '若每户的贷款都如示例，贷款人数合计', en: 'Borrowers, if each owed as much as in the examples' },
    unit: 'person',
    scope: heads,
    digits: 3,
    formula: sum,
    of: { terms: ['ant.loans.smallFirmBorrowers', 'ant.loans.selfEmployedBorrowers'] },
  }),
  derived({
    id: 'ant.loans.borrowersOfClients',
    label: { zh: '如示例的贷款人占累计客户的比重', en: 'Borrowers like those of the examples, as a share of clients so far' },
    unit: 'ratio',
    scope: bank,
    digits: 2,
    percent: true,
    formula: share,
    of: { part: 'ant.loans.borrowers', whole: 'ant.business.bankClients' },
  }),
  derived({
    id: 'ant.loans.smallFirmJobsPerMeanLoan',
    label: { zh: '一笔平均的余额在小微企业稳定的就业', en: 'Employment kept by the mean balance, in a small or micro firm' },
    unit: 'ratio',
    scope: bank,
    digits: 2,
    formula: product,
    of: { amount: 'ant.credit.smallFirmRate', times: 'ant.loans.perClient' },
  }),
  derived({
    id: 'ant.loans.selfEmployedJobsPerMeanLoan',
    label: { zh: '一笔平均的余额在个体工商户稳定的就业', en: 'Employment kept by the mean balance, in a self-employed business' },
    unit: 'ratio',
    scope: bank,
    digits: 2,
    formula: product,
    of: { amount: 'ant.credit.selfEmployedRate', times: 'ant.loans.perClient' },
  }),
]
