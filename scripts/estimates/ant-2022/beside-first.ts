import { derived } from '../../ledger/figures/derived.ts'
import { balance } from '../../ledger/formulas/balance.ts'
import { growth } from '../../ledger/formulas/growth.ts'
import { remainder } from '../../ledger/formulas/remainder.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import type { Bilingual } from '../../ledger/types.ts'

const both = { period: '2004/2022', entity: 'ant' } as const
const total = { period: '2004/2022', entity: 'alibaba', reach: 'total', measure: 'mixed' } as const
const ant = { period: '2021-07/2022-06', entity: 'ant' } as const

/** The first study's total with another number in the place of Ant's person-times, and by what part of itself it moves. */
const totalWith = (name: string, terms: readonly string[], { zh, en }: Bilingual) => [
  derived({
    id: `ant.beside.${name}`,
    label: { zh: `第一份研究的总数，蚂蚁一项换成${zh}`, en: `The first study’s total, Ant’s part replaced by ${en}` },
    short: { zh: `换成${zh}`, en: `with ${en}` },
    unit: 'person',
    scope: total,
    formula: balance,
    of: { terms: ['total.jobs', ...terms], less: ['infrastructure.ant'] },
  }),
  derived({
    id: `ant.beside.${name}Change`,
    label: { zh: `总数的变化，蚂蚁一项换成${zh}`, en: `Change of the total, Ant’s part replaced by ${en}` },
    unit: 'ratio',
    scope: { period: '2004/2022', entity: 'alibaba' },
    digits: 2,
    percent: true,
    formula: growth,
    of: { after: `ant.beside.${name}`, before: 'total.jobs' },
  }),
]

const against = (name: string, part: string, whole: string, label: Bilingual, digits = 2) =>
  derived({ id: `ant.beside.${name}`, label, unit: 'ratio', scope: both, digits, formula: share, of: { part, whole } })

/**
 * The two estimates beside one another. The first has person-times since 2004 in occupations that it lists; the second, posts
 * of one year and persons kept by loans. What merchants employ is counted in the first study’s other parts already, so that
 * digital operation and borrowers may not be added to them; the group’s own and its providers may.
 */
export const besideFirst = [
  derived({
    id: 'ant.beside.directAndKept',
    label: { zh: '带动与稳定相加', en: 'Led to and kept, added up' },
    unit: 'person',
    scope: { ...ant, measure: 'mixed' },
    formula: sum,
    of: { terms: ['antDirect.all.jobs', 'antStable.all.anyShortage'] },
    note: {
      zh: '原报告没有这样加。开了小程序又借了款的商家，其员工会在两边出现。',
      en: 'The study does not add so. Staff of merchants that have mini-programs and a loan stand in both.',
    },
  }),
  derived({
    id: 'ant.beside.addable',
    label: {
      zh: '可与商家就业相加的部分：集团自身、服务商与折合全职的灵活用工',
      en: 'What may be added to merchants’ employment: the group, providers, and flexible work in full-time equivalents',
    },
    short: { zh: '可相加的部分', en: 'what may be added' },
    unit: 'person',
    scope: { ...ant, reach: 'direct', measure: 'mixed' },
    digits: 3,
    formula: sum,
    of: { terms: ['ant.direct.group', 'antDirect.providers.jobs', 'ant.flexible.fullTime'] },
  }),
  derived({
    id: 'ant.beside.overlapping',
    label: {
      zh: '可能与第一份研究的商家就业重叠的部分：数字化运营与贷款稳定的就业',
      en: 'What may overlap with merchants’ employment in the first study: digital operation, and employment kept by loans',
    },
    short: { zh: '可能重叠的部分', en: 'what may overlap' },
    unit: 'person',
    scope: { ...ant, measure: 'mixed' },
    formula: sum,
    of: { terms: ['antDirect.operators.jobs', 'antStable.all.anyShortage'] },
  }),
  derived({
    id: 'ant.beside.addableShare',
    label: { zh: '可相加的部分占带动与稳定之和的比重', en: 'Share of what may be added in what is led to and kept' },
    unit: 'ratio',
    scope: ant,
    digits: 2,
    percent: true,
    formula: share,
    of: { part: 'ant.beside.addable', whole: 'ant.beside.directAndKept' },
  }),
  against('firstToDirect', 'infrastructure.ant', 'antDirect.all.jobs', {
    zh: '第一份研究的人次与第二份的直接就业之比',
    en: 'Person-times of the first study to direct employment of the second',
  }),
  against('firstToKept', 'infrastructure.ant', 'antStable.all.anyShortage', {
    zh: '第一份研究的人次与第二份的稳定就业之比',
    en: 'Person-times of the first study to employment kept of the second',
  }),
  against(
    'firstToBoth',
    'infrastructure.ant',
    'ant.beside.directAndKept',
    {
      zh: '第一份研究的人次与第二份带动、稳定之和的比',
      en: 'Person-times of the first study to what the second has led to and kept',
    },
    3,
  ),
  against('directToYearOfFirst', 'antDirect.all.jobs', 'objections.antPerYear', {
    zh: '第二份一年的直接就业与第一份年均人次之比',
    en: 'Direct employment of a year in the second study to person-times a year in the first',
  }),
  against('widestToStaff', 'ant.beside.directAndKept', 'antDirect.staff.jobs', {
    zh: '最宽的定义（带动与稳定）与最窄的定义（集团雇员）之比',
    en: 'The widest definition, led to and kept, to the narrowest, the group’s own employees',
  }),
  ...totalWith('totalAtDirect', ['antDirect.all.jobs'], { zh: '一年的直接就业', en: 'direct employment of a year' }),
  ...totalWith('totalAtBoth', ['ant.beside.directAndKept'], { zh: '带动与稳定之和', en: 'what is led to and kept' }),
  ...totalWith('totalAtAddable', ['ant.beside.addable'], { zh: '可相加的部分', en: 'what may be added' }),
  derived({
    id: 'ant.beside.choice',
    label: { zh: '第一份研究的总数因蚂蚁定义不同而相差', en: 'What the definition of Ant’s part decides in the first study’s total' },
    unit: 'person',
    scope: total,
    formula: remainder,
    of: { whole: 'ant.beside.totalAtBoth', part: 'ant.beside.totalAtAddable' },
  }),
]
