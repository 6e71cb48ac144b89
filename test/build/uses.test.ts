/** Where built pages show figures, and in which sentences. */
import { describe, expect, test } from 'vitest'
import { sentencesIn } from '../commands/support.ts'

const num = (id: string, text: string) => `<a href="#"><data class="num" data-figure="${id}" value="1">${text}</data></a>`
const told = (body: string) => sentencesIn('', body).sentences.map(({ text, figures }) => [text, figures])

describe('the sentences of a page', () => {
  test('are those that show a figure, as the reader sees them', () => {
    expect(
      told(`<p>One thing. There are\n  ${num('a.b', '5.53 million')}<abbr>†</abbr> of <em>them</em>, or 2.5 each. Another thing.</p>`),
    ).toEqual([['There are 5.53 million† of them, or 2.5 each.', ['a.b']]])
  })
  test('end as each language ends them', () => {
    const { sentences } = sentencesIn(`<p>先说一句。共${num('a', '553万')}个；占${num('b', '4.5%')}。还有一句。</p>`, '')
    expect(sentences).toEqual([{ page: 'zh.html', language: 'zh', text: '共553万个；占4.5%。', figures: ['a', 'b'] }])
  })
  test('are also those whose words rest on figures, which show none', () => {
    const { sentences, uses } = sentencesIn('', '<p>It grows. <span class="holds" data-figures="a b">Most of it</span> is direct.</p>')
    expect(sentences.map(({ text, figures }) => [text, figures])).toEqual([['Most of it is direct.', ['a', 'b']]])
    expect(uses.size).toBe(0)
  })
  test('do not run across blocks; a row of a table is one', () => {
    expect(told(`<ul><li>${num('a', '1')} first</li><li>second ${num('b', '2')}<p>own ${num('c', '3')}</p></li></ul>`)).toEqual([
      ['1 first', ['a']],
      ['own 3', ['c']],
      ['second 2', ['b']],
    ])
    expect(told(`<table><tr><th>Keepers</th><td>${num('a', '2.30')}</td><td><p>about</p></td></tr><tr><td>none</td></tr></table>`)).toEqual(
      [['Keepers · 2.30 · about', ['a']]],
    )
  })
  test('have no text that no reader sees', () => {
    expect(told(`<p>It is ${num('a', '1')}<math>x<annotation>\\frac</annotation></math><script>no()</script>.</p>`)).toEqual([
      ['It is 1x.', ['a']],
    ])
  })
  test('name a figure once, and stand under the nearest heading before them', () => {
    const { sentences, uses } = sentencesIn('', `<h2 id="keepers">Keepers</h2><p>${num('a', '1')} and ${num('a', '1')}.</p>`)
    expect(sentences).toEqual([{ page: 'en.html#keepers', language: 'en', text: '1 and 1.', figures: ['a'] }])
    expect(uses).toEqual(new Map([['a', ['en.html#keepers']]]))
  })
})
