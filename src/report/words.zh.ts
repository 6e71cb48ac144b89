import type { SiteWords } from '../lib/site.ts'

export const zh: SiteWords = {
  title: '平台就业复算',
  licence: '文字 CC BY 4.0，代码 MIT；原报告数字归其作者。',
  searchExamples: '骑手、投入产出表、4976',
  numberExample: '4976或49.76 million',
  topics: {
    inputOutput: '投入产出表',
    multiplier: '乘数',
    retail: '零售',
    services: '服务',
    entertainment: '文娱',
    infrastructure: '基础设施',
    total: '总数',
    types: '按类型',
    measures: '按计量',
    periods: '按时期',
    evidence: '按依据',
    objections: '异议',
    cases: '案例',
    coding: '案例编码',
    theory: '理论',
    wages: '工资',
    nbs: '国家投入产出表',
    flows: '部门间流量',
    projection: '2019年推算',
    sectors: '部门',
    antDirect: '蚂蚁：直接带动',
    antStable: '蚂蚁：稳定就业',
    employment: '就业总量',
    matching: '匹配理论',
    scale: '各研究的规模',
  },
  audit: {
    clashes:
      '一个数可以算得一点不错，却被说成它并没有数的东西。这不是算术错误，所以结论可以是“一致”；错在它对世界的说法。人次不是人，机会不是岗位，对增长的贡献不是占总量的比重：引用时换了一个名词，说的就不再是算出来的那件事。',
    mixtures:
      '下列各数照原报告的做法，把计法不同的项加在一起。和的含义取决于各项的含义：人数、人次与机会相加之后，谁也说不出结果的一个单位是什么；同一个人可能数了几次，也不能拿它与任何就业统计相比。只是时期不同的，结果不属于任何一年：存量、半年与全年各数各的，离开的人与后来的人数在了一起。',
  },
}
