import type { SiteWords } from '../../../../src/lib/site.ts'

export const zh: SiteWords = {
  title: '鸥角的灯',
  licence: '文字依CC BY 4.0，代码依MIT；来源的数字归来源所有。',
  searchExamples: '港村、3593、lamp.litres',
  numberExample: '3593或732',
  topics: {
    inhabitants: '居民',
    hamlets: '三个村',
    lamp: '灯',
    doubt: '有多确定',
  },
}
