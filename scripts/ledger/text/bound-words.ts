/** Words of data that name figures, as `{lamp.litres}`, where readers meet their values: words, or the id of the figure that stands between them. */
export type BoundPiece = { readonly words: string } | { readonly figure: string }

export const boundPieces = (text: string): readonly BoundPiece[] =>
  text.split(/\{([^{}]*)\}/).flatMap((part, index): readonly BoundPiece[] => {
    if (index % 2 === 1) return [{ figure: part.trim() }]
    return part ? [{ words: part }] : []
  })

/** Ids of the figures that words name. */
export const figuresNamed = (text: string): readonly string[] =>
  boundPieces(text).flatMap((piece) => ('figure' in piece ? [piece.figure] : []))
