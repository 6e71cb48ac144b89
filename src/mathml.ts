import katex from 'katex'

/** MathML that browsers show by themselves, without fonts or style sheets. */
export const mathml = (tex: string, display = true): string =>
  katex.renderToString(tex, { output: 'mathml', displayMode: display, throwOnError: true, strict: false, trust: false })
    // The TeX source repeats the formula for tools that are not here.
    .replace(/<annotation[^>]*>[\s\S]*?<\/annotation>/g, '')
