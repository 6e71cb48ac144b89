import type { Language } from '../../../scripts/ledger/types.ts'

interface Words {
  readonly how: string
  readonly nothing: string
  readonly piece: string
  readonly left: string
}

export const takeApartWords: Readonly<Record<Language, Words>> = {
  zh: { how: '选到哪一行，哪一行及其以上的都放到一边', nothing: '什么也不去掉', piece: '去掉', left: '，剩' },
  en: { how: 'Choose a line: it is laid aside, with all above it', nothing: 'Nothing laid aside', piece: 'less ', left: ', leaves ' },
}
