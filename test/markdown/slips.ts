/** The most usual slips of authors, each as it is made in a file of the report, with the place and the words that answer it. */
export interface Slip {
  readonly name: { readonly zh: string; readonly en: string }
  readonly file: string
  /** What stands in the file once, and what the slip puts in its place; without it, the slip is put at the end. */
  readonly find?: string
  readonly put: string
  /** What the message points at, in the file with the slip. */
  readonly at: string
  readonly says: string
}

const en = 'content/en/services.mdx'
const zh = 'content/zh/services.mdx'
const inputs = 'data/alibaba-2020/inputs.yaml'
const claims = 'data/alibaba-2020/claims.yaml'
const cases = 'data/model/cases.yaml'

export const slips: readonly Slip[] = [
  {
    name: { zh: '写错的数字名', en: 'A misspelt figure' },
    file: en,
    find: '<Num id="services.riders" />',
    put: '<Num id="services.rider" />',
    at: 'services.rider"',
    says: 'there is no figure “services.rider”',
  },
  {
    name: { zh: '写错的组件名', en: 'A misspelt component' },
    file: en,
    find: '<Num id="services.riders" />',
    put: '<Nun id="services.riders" />',
    at: '<Nun',
    says: 'there is no component <Nun>',
  },
  {
    name: { zh: '敲进正文的数', en: 'A typed number' },
    file: en,
    put: '\nSome 553 thousand jobs.\n',
    at: '553 thousand',
    says: '“553 thousand” is typed into the prose',
  },
  {
    name: { zh: '用汉字写的数', en: 'A number in words' },
    file: zh,
    put: '\n有六千九百万人。\n',
    at: '六千九百万',
    says: '“六千九百万” is typed into the prose',
  },
  {
    name: { zh: '没有约束的几成', en: 'A fraction that nothing binds' },
    file: zh,
    put: '\n七成是骑手。\n',
    at: '七成',
    says: '“七成” is a quantity in words that nothing binds',
  },
  {
    name: { zh: '不再成立的话', en: 'Words that do not hold' },
    file: en,
    put: '\n<Holds that="services.riders > services.jobs">Most</Holds> of them ride.\n',
    at: 'services.riders > services.jobs',
    says: 'this does not hold: services.riders is',
  },
  {
    name: { zh: '只有一种语言的章', en: 'A chapter without its partner' },
    file: 'content/en/only-here.mdx',
    put: '---\ntitle: A\ndescription: B.\npart: judgement\norder: 99\n---\n\nWords.\n',
    at: '---',
    says: 'has no partner content/zh/only-here.mdx',
  },
  {
    name: { zh: '两种语言的标题不同', en: 'Different headings' },
    file: en,
    put: '\n## One more\n\nWords.\n',
    at: '## One more',
    says: 'the section “One more” has no partner in the other language',
  },
  {
    name: { zh: '只在一种语言里的数', en: 'A figure in one language only' },
    file: en,
    find: '## Company staff\n',
    put: '## Company staff\n\n<Num id="retail.jobs" /> is another number.\n',
    at: '<Num id="retail.jobs" /> is another',
    says: 'lacks <Num id="retail.jobs">',
  },
  {
    name: { zh: '不存在的图', en: 'An unknown chart' },
    file: en,
    put: '\n<Chart id="stepz">A finding</Chart>\n',
    at: 'stepz',
    says: 'there is no chart “stepz”',
  },
  {
    name: { zh: '不存在的表', en: 'An unknown table' },
    file: en,
    put: '\n<Table id="category">A title</Table>\n',
    at: 'category"',
    says: 'there is no table “category”',
  },
  {
    name: { zh: '不存在的文献', en: 'An unknown source' },
    file: en,
    put: '\nSo it is said<Cite source="alibaba-2021" />.\n',
    at: 'alibaba-2021',
    says: 'there is no source “alibaba-2021”',
  },
  {
    name: { zh: '不存在的机制', en: 'An unknown mechanism' },
    file: en,
    put: '\n<Cases mechanism="G" />\n',
    at: 'G" />',
    says: 'there is no mechanism “G”',
  },
  {
    name: { zh: '没有关上的标签', en: 'An unclosed tag' },
    file: en,
    put: '\nA <Holds that="services.jobs > 0">claim.\n',
    at: '<Holds that="services.jobs > 0">claim',
    says: '<Holds> is opened here and not closed',
  },
  {
    name: { zh: '写坏的公式', en: 'A broken formula' },
    file: en,
    put: '\n$$\n\\frac{a\n$$\n',
    at: '$$\n\\frac',
    says: 'this formula is not TeX',
  },
  {
    name: { zh: '篇首缺一项', en: 'Front matter without a title' },
    file: en,
    find: 'title: ',
    put: 'titel: ',
    at: 'titel',
    says: 'the key “titel” means nothing here',
  },
  {
    name: { zh: '指向不存在的章', en: 'A broken link' },
    file: en,
    put: '\nSee [retail](retial).\n',
    at: 'retial',
    says: 'there is no chapter “retial”',
  },
  {
    name: { zh: '按文件名写的链接', en: 'A link to a file' },
    file: en,
    put: '\nSee [retail](retail.mdx).\n',
    at: 'retail.mdx',
    says: 'there is no chapter “retail.mdx”',
  },
  {
    name: { zh: '放进来的图片', en: 'A picture' },
    file: en,
    put: '\n![Riders](riders.png)\n',
    at: '![',
    says: 'pictures are drawn from data',
  },
  {
    name: { zh: '图没有说出发现', en: 'A chart without its finding' },
    file: en,
    put: '\n<Chart id="walk" />\n',
    at: '<Chart id="walk"',
    says: '<Chart> has no words',
  },
  {
    name: { zh: '属性用了弯引号', en: 'Curly quotes in a tag' },
    file: en,
    put: '\n<Num id=“retail.jobs” />\n',
    at: '“retail.jobs',
    says: 'the quotes around an attribute are not straight',
  },
  {
    name: { zh: '一级标题', en: 'A heading at the level of the title' },
    file: en,
    put: '\n# One more\n',
    at: '# One more',
    says: 'a heading is at the level of the title',
  },
  {
    name: { zh: '数据里的全角冒号', en: 'A full-width colon in a data file' },
    file: 'data/glossary.yaml',
    find: 'jobOpportunity:\n  zh:',
    put: 'jobOpportunity:\n  zh：',
    at: 'zh：',
    says: 'a full-width colon follows the key “zh”',
  },
  {
    name: { zh: '指向不存在的标题', en: 'A broken anchor' },
    file: en,
    put: '\nSee [the riders](#rider).\n',
    at: '#rider',
    says: 'this chapter has no heading “#rider”',
  },
  {
    name: { zh: '数据里的制表符', en: 'A tab in a data file' },
    file: 'data/glossary.yaml',
    find: 'jobOpportunity:\n  zh:',
    put: 'jobOpportunity:\n\tzh:',
    at: '\tzh:',
    says: 'a tab indents this line',
  },
  {
    name: { zh: '不认识的单位', en: 'An unknown unit' },
    file: inputs,
    find: 'printed: "2.19"\n      unit: 万人',
    put: 'printed: "2.19"\n      unit: 万仁',
    at: 'unit: 万仁',
    says: '“万仁” is not known',
  },
  {
    name: { zh: '不认识的键', en: 'An unknown key' },
    file: inputs,
    find: '      label: { zh: 服务新消费企业雇员, en: Employees of the service companies }',
    put: '      lable: { zh: 服务新消费企业雇员, en: Employees of the service companies }',
    at: 'lable',
    says: 'the key “lable” means nothing here',
  },
  {
    name: { zh: '重复的名字', en: 'A claim’s id used twice' },
    file: claims,
    find: '{ id: text-2-4, printed',
    put: '{ id: chapter-2, printed',
    at: '{ id: chapter-2, printed: "302.1"',
    says: 'is already taken at',
  },
  {
    name: { zh: '对不上又没有理由的结果', en: 'A claim that differs and gives no reason' },
    file: claims,
    find: 'printed: "302.1"',
    put: 'printed: "302.2"',
    at: '{ id: text-2-4',
    says: 'entertainment.jobs@text-2-4 is discrepant',
  },
  {
    name: { zh: '没有出处的结果', en: 'A claim without its place' },
    file: claims,
    find: '{ id: text-2-4, printed: "302.1", at: { chapter: 2, section: 二（四）, paragraph: 1 } }',
    put: '{ id: text-2-4, printed: "302.1" }',
    at: '{ id: text-2-4',
    says: 'the claim text-2-4 has no locator',
  },
  {
    name: { zh: '编码用了表里没有的值', en: 'A code that no list has' },
    file: cases,
    find: '  workers: sorters',
    put: '  workers: sorter',
    at: 'workers: sorter',
    says: 'there is no group of workers “sorter”',
  },
  {
    name: { zh: '术语两边不对应', en: 'A term without its partner' },
    file: zh,
    put: '\n这里说到投入产出表。\n',
    at: '投入产出表',
    says: 'the term “投入产出表” has no partner in content/en/services.mdx',
  },
  { name: { zh: '半角逗号', en: 'A half-width comma' }, file: zh, put: '\n一个,两个。\n', at: ',两个', says: '“,” stands in Chinese text' },
  {
    name: { zh: '中西文之间的空格', en: 'A space between Chinese and Latin' },
    file: zh,
    put: '\n用 Python 来算。\n',
    at: ' Python',
    says: 'a space stands in Chinese text',
  },
  {
    name: { zh: '直引号', en: 'A straight quote' },
    file: en,
    put: '\nThis is "quoted".\n',
    at: '"quoted',
    says: 'a quotation mark is straight',
  },
  { name: { zh: '重复的词', en: 'A word twice' }, file: en, put: '\nIt was was wrong.\n', at: 'was was', says: 'a word stands twice' },
  {
    name: { zh: '没有写完的占位', en: 'A placeholder left' },
    file: en,
    put: '\nTODO the rest.\n',
    at: 'TODO',
    says: 'TODO is still to be written',
  },
]
