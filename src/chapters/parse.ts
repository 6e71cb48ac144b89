import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { cachedNow } from '../lib/cache.ts'
import { withoutFrontMatter } from './front-matter.ts'
import type { SourceText } from './source-text.ts'
import { refuseDepth, refuseMarksInMarks, syntaxProblem } from './syntax-errors.ts'

/** “$5,000 to $10,000” is money; only two dollar signs open a formula, in a sentence too. */
export const mathOptions = { singleDollarTextMath: false } as const

/** The languages that Astro's pipeline reads too: MDX, tables and footnotes, equations. */
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).use(remarkMath, mathOptions).freeze()

/** The syntax tree of a chapter, with the lines and columns of its file; a syntax error is thrown as a Problem. */
export const parseChapter = (source: SourceText): Root => {
  refuseMarksInMarks(source)
  let tree: Root
  try {
    const text = withoutFrontMatter(source.text)
    tree = cachedNow('trees', [text], () => processor.parse(text))
  } catch (error) {
    throw syntaxProblem(error, source)
  }
  refuseDepth(tree, source)
  return tree
}
