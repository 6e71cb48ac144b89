/** Works that a citation would call the same are told apart, as readers are used to: by more names, or by a letter at the year. */
import type { Name, SourceRecord } from '../publish/record.ts'
import type { Bilingual, Language } from '../types.ts'
import { shortNames } from './read-sources.ts'

/** What stands in the text: who, and when. */
const citedAs = ({ short, originalYear, year }: SourceRecord, language: Language): string =>
  `${short[language]} ${originalYear ?? ''}/${year}`

const namesOf = (names: readonly Name[]): string => JSON.stringify(names)

/** The fewest names that tell the groups of authors apart; all of them where none do. */
const namesNeeded = (groups: readonly (readonly Name[])[], language: Language): number => {
  const longest = Math.max(...groups.map((names) => names.length))
  for (let most = 2; most < longest; most++)
    if (new Set(groups.map((names) => shortNames(names, language, most))).size === groups.length) return most
  return longest
}

/** English citations name more authors; in Chinese the standard knows letters alone. */
const withMoreNames = (sources: readonly SourceRecord[], named: ReadonlySet<string>): readonly SourceRecord[] => {
  const alike = Map.groupBy(sources, (source) => citedAs(source, 'en'))
  return sources.map((source) => {
    const groups = [...new Map((alike.get(citedAs(source, 'en')) ?? []).map(({ creators }) => [namesOf(creators), creators])).values()]
    if (groups.length < 2 || named.has(source.id)) return source
    return { ...source, short: { ...source.short, en: shortNames(source.creators, 'en', namesNeeded(groups, 'en')) } }
  })
}

const lettersIn = (sources: readonly SourceRecord[], language: Language): ReadonlyMap<string, string> => {
  const byTitle = new Intl.Collator(language === 'zh' ? 'zh-CN-u-co-pinyin' : 'en')
  const alike = Map.groupBy(sources, (source) => citedAs(source, language))
  return new Map(
    [...alike.values()]
      .filter((works) => works.length > 1)
      .flatMap((works) =>
        [...works]
          .sort((one, other) => byTitle.compare(one.title[language], other.title[language]))
          .map(({ id }, index) => [id, String.fromCodePoint(97 + index)] as const),
      ),
  )
}

/** The works with names and letters that tell them apart; those `named` by their author keep that name. */
export const toldApart = (sources: readonly SourceRecord[], named: ReadonlySet<string>): SourceRecord[] => {
  const written = withMoreNames(sources, named)
  const letters: Readonly<Record<Language, ReadonlyMap<string, string>>> = { zh: lettersIn(written, 'zh'), en: lettersIn(written, 'en') }
  return written.map((source) => {
    const letter: Bilingual = { zh: letters.zh.get(source.id) ?? '', en: letters.en.get(source.id) ?? '' }
    return letter.zh || letter.en ? { ...source, letter } : source
  })
}
