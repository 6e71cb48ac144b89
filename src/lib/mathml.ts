import katex from 'katex'

/** MathML that browsers show by themselves, without fonts or style sheets. */
export const mathml = (tex: string, display = true): string =>
  katex
    .renderToString(tex, { output: 'mathml', displayMode: display, throwOnError: true, strict: false, trust: false })
    // The TeX source repeats the formula for tools that are not here.
    .replace(/<annotation[^>]*>[\s\S]*?<\/annotation>/g, '')
    // MathML takes text for space, and sets an operator beside it tight; a word is an identifier.
    .replace(/<mtext>([^<]*\S[^<]*)<\/mtext>/g, '<mi mathvariant="normal">$1</mi>')
