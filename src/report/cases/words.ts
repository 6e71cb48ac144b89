/** The words of the pages of cases, in both languages. */
import type { Language } from '../../../scripts/ledger/types.ts'

export interface CaseWords {
  readonly facts: string
  readonly mechanism: string
  readonly mechanisms: string
  readonly organisation: string
  readonly sector: string
  readonly workers: string
  readonly year: string
  readonly noYear: string
  readonly evidence: string
  readonly measuredBy: string
  readonly baseline: string
  readonly silent: string
  readonly quality: string
  readonly effects: string
  readonly times: string
  readonly forWorker: string
  readonly forFirm: string
  readonly source: string
  readonly coding: string
  readonly open: string
  readonly axial: string
  readonly reconstruction: string
  /** The same of a work that speaks of no coding, and whose cases one coder coded. */
  readonly ours: string
  readonly passages: string
  readonly between: string
  readonly comma: string
  readonly semicolon: string
  readonly colon: string
  /** What heads a rule of the codebook and its examples. */
  readonly codebook: { readonly yes: string; readonly no: string; readonly clear: string; readonly borderline: string }
  /** The picture of the model. */
  readonly model: { readonly name: string; readonly labour: string; readonly after: string }
}

const zh: CaseWords = {
  facts: '案例编码',
  mechanism: '机制',
  mechanisms: '机制',
  organisation: '组织',
  sector: '行业',
  workers: '劳动者',
  year: '年份',
  noYear: '原报告未注明',
  evidence: '证据',
  measuredBy: '由谁测量',
  baseline: '与什么相比',
  silent: '未提',
  quality: '案例怎样谈工作质量',
  effects: '给出的效果',
  times: '倍数',
  forWorker: '对劳动者',
  forFirm: '对企业',
  source: '原报告出处',
  coding: '三级编码',
  open: '开放编码',
  axial: '主轴范畴',
  reconstruction: '原报告称按三级编码归纳，但没有公布编码；这里的编码由本报告依其文字重建。',
  ours: '这份报告没有对案例编码；这里的编码由本报告按同一编码手册给出，只有一位编码者。',
  passages: '编码所依据的原文',
  between: '，',
  comma: '、',
  semicolon: '；',
  colon: '：',
  codebook: { yes: '给', no: '不给', clear: '清楚', borderline: '两可' },
  model: { name: '六种关系与六个机制', labour: '人的生产性劳动', after: '依原报告正文与表3.1所画' },
}

const en: CaseWords = {
  facts: 'How the case is coded',
  mechanism: 'Mechanism',
  mechanisms: 'Mechanisms',
  organisation: 'Organisation',
  sector: 'Sector',
  workers: 'Workers',
  year: 'Year',
  noYear: 'not stated',
  evidence: 'Evidence',
  measuredBy: 'Measured by',
  baseline: 'Held against',
  silent: 'Silent',
  quality: 'How the case speaks of job quality',
  effects: 'Effects that it prints',
  times: 'Times',
  forWorker: 'For the worker',
  forFirm: 'For the firm',
  source: 'In the study',
  coding: 'Coding at three levels',
  open: 'Open code',
  axial: 'Axial category',
  reconstruction: 'The study says that it coded at three levels and prints none of its codes; these are our reconstruction from its text.',
  ours: 'This study codes no cases. The codes are ours, given by one coder after the same codebook.',
  passages: 'The words that the coding rests on',
  between: ' · ',
  comma: ', ',
  semicolon: '; ',
  colon: ': ',
  codebook: { yes: 'Given', no: 'Withheld', clear: 'Plain', borderline: 'In doubt' },
  model: {
    name: 'Six relations and six mechanisms',
    labour: 'People’s productive labour',
    after: 'Drawn from the study’s text and table 3.1',
  },
}

export const caseWords: Readonly<Record<Language, CaseWords>> = { zh, en }
