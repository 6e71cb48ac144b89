/** The published shape of `ledger.json`, for other people's tools: what every field means, in which unit. */
import { z } from 'zod'
import { conflictKinds, conflictWeights } from '../data/conflict-types.ts'
import { doubtKinds } from '../data/doubts-schema.ts'
import type { Vocabulary } from '../data/vocabulary.ts'
import { causes, roundings, verdicts } from '../types.ts'

const text = z.string().min(1)
const both = z
  .strictObject({ zh: z.string(), en: z.string() })
  .meta({ id: 'bilingual', description: 'The same words in Chinese and in English.' })
const figureId = text.meta({
  id: 'figureId',
  description:
    'The id of a figure, such as "lamp.litres". Its page is /en/audit/<id>/ and /zh/audit/<id>/; of one with a "grid" it is /en/audit/table/<grid>/#<id> and /zh/audit/table/<grid>/#<id>.',
})
const sourceId = text.meta({ id: 'sourceId', description: 'The id of a cited work in "sources".' })
/** Names of the report's own, which `ledgerJsonSchema` lists. */
const unit = z.string().meta({
  id: 'unit',
  description: 'What a number counts in. All values are in base units; a ratio is plain, 0.05 for 5%.',
})
const measure = z.string().meta({ id: 'measure', description: 'What exactly is counted where persons are.' })
const reach = z.string().meta({ id: 'reach', description: 'How much of it is counted, as in direct or total.' })
const qualifier = z.enum(['about', 'over', 'nearly']).meta({
  id: 'qualifier',
  description: 'A word beside a printed number: "over" makes it a lower bound, "nearly" an upper one, "about" says nothing of rounding.',
})
const rounding = z.enum(roundings).meta({
  id: 'rounding',
  description:
    'How the source comes by its last digit: to the nearest with halves away from zero, to the even digit or upwards; or always away from zero (up) or towards it (down). Halves away from zero where it is not said.',
})
const interval = z
  .tuple([z.number().nullable(), z.number().nullable()])
  .meta({ id: 'interval', description: 'Closed bounds, lowest first; null where an end is open.' })
const line = z
  .string()
  .regex(/^.+:\d+$/)
  .meta({ id: 'line', description: 'A line of a file of the project, as path:line.' })

const doubtKind = z.enum(doubtKinds).meta({
  id: 'doubtKind',
  description:
    'Whether a source gives the error of a number (sampling), or its distribution is an assumption of this report. The two are never mixed.',
})

const figure = z
  .strictObject({
    id: figureId,
    kind: z.enum(['cited', 'assumed', 'derived']).describe('Printed by a source, assumed by this report, or computed from other figures.'),
    value: z.number().describe('The unrounded value in base units.'),
    unit,
    per: unit.exactOptional().describe('For a rate, what it is reckoned for one of.'),
    scope: z
      .strictObject({
        period: z.string().describe('The year or period, as in "2019", "2019-01/2019-06" or "2004/2020".'),
        entity: z.string().describe('Whose number it is: one of data/scopes.yaml'),
        reach: reach.exactOptional(),
        measure: measure.exactOptional(),
      })
      .describe('What exactly is counted.'),
    label: both,
    short: both.exactOptional().describe('A shorter label where there is little room.'),
    shown: both.describe('The value as prose prints it, rounded once, with the same significant digits in both languages.'),
    interval: interval.describe('The range that the rounding of printed inputs leaves open, in base units; null where an end is open.'),
    source: sourceId,
    locator: both.exactOptional().describe('Where the source prints it.'),
    printed: z.string().exactOptional().describe('The number as the source prints it, digits and unit.'),
    qualifier: qualifier.exactOptional(),
    rounding: rounding.exactOptional(),
    note: both.exactOptional().describe('What a reader must know to read the number right.'),
    formula: z.string().exactOptional().describe('Source text of the formula that ran; derived figures only.'),
    tex: z.string().exactOptional().describe('The formula as TeX, with the words of the report.'),
    inputs: z
      .array(figureId)
      .exactOptional()
      .describe('The figures that the formula was applied to, each once, in the order of its arguments.'),
    terms: z
      .record(z.string(), z.union([figureId, z.array(figureId), z.array(z.array(figureId))]))
      .exactOptional()
      .describe('The arguments of the formula by name: a figure, a list or a matrix of figures.'),
    script: line.exactOptional().describe('Where a script derives the figure: the line with its id.'),
    declared: line.exactOptional().describe('The entry of data that asks for it, where one does.'),
    formulaScript: line.exactOptional().describe('The formula.'),
    dataScript: line.exactOptional().describe('The transcribed value; cited and assumed figures only.'),
    grid: text.exactOptional().describe('The large table that it is a cell of; the table’s page has its entry.'),
    mixture: z
      .strictObject({ measures: z.array(measure), periods: z.array(z.string()) })
      .exactOptional()
      .describe('Measures and periods that the figure adds together although they do not count alike.'),
    simulated: z
      .strictObject({
        output: figureId.describe('The figure that was simulated.'),
        kind: doubtKind,
        statistic: z
          .enum(['quantile', 'mean', 'error', 'first', 'total', 'shareError', 'low', 'high'])
          .describe(
            'A quantile or the mean of the draws, or the standard error of that mean; the first-order or total-order index of a factor, which is 0 where it cannot be told from nought, or the largest standard error of these; the answer with one doubt at its 5 or 95 per cent and all others at their medians.',
          ),
        probability: z.number().exactOptional().describe('Of a quantile, the part of the draws below it.'),
        of: z.string().exactOptional().describe('Of an index, the doubt or the group; of an end of a bar, the doubt.'),
        error: z.number().exactOptional().describe('The Monte Carlo standard error.'),
        low: z.number().exactOptional().describe('Of an index, the lower end of its 95 per cent interval.'),
        high: z.number().exactOptional().describe('Of an index, the upper end of its 95 per cent interval.'),
        nought: z.boolean().exactOptional().describe('The interval covers nought: the index cannot be told from nought.'),
      })
      .exactOptional()
      .describe('What the figure tells of a simulation; its interval is open, as rounding is not what it asks about.'),
    usedIn: z.array(z.string()).describe('Where pages show it, as page#anchor.'),
  })
  .meta({ id: 'figure', description: 'One number of the report: printed by a source, assumed, or a formula applied to other figures.' })

const check = z
  .strictObject({
    claim: text.describe('The id of what the source claims.'),
    figure: figureId,
    source: sourceId,
    locator: both.describe('Where the source prints it.'),
    printed: z.string().describe('The result as the source prints it, digits and unit.'),
    qualifier: qualifier.nullable().describe('A word beside the printed result, by which it is judged; null for plain digits.'),
    rounding: rounding.exactOptional(),
    recomputed: z.number().nullable().describe('Our value in the unit of "printed"; null where it cannot be computed.'),
    interval: interval.nullable().describe('The range of our value in the unit of "printed".'),
    verdict: z
      .enum(verdicts)
      .describe(
        'exact: our value prints as the claim. within-rounding: inputs inside their intervals give it. discrepant: none do. conflicting: two printed places disagree. not-recomputable: the inputs are withheld.',
      ),
    cause: z.enum(causes).nullable().describe('Why they differ, or what the agreement hides.'),
    reason: both.nullable().describe('The same in words; every check that is not exact has one.'),
    needs: both.exactOptional().describe('Where it cannot be recomputed: what that would take, a thing a line.'),
    cell: z
      .strictObject({ table: text, row: z.string().exactOptional(), column: z.string().exactOptional() })
      .exactOptional()
      .describe(
        'The cell of a transcribed table that prints it, by the source’s labels; a whole row or column where the other is left out.',
      ),
    implied: z
      .literal(true)
      .exactOptional()
      .describe('Nothing is printed: shares of a whole make 100 %, and the table leaves that unsaid.'),
  })
  .meta({ id: 'check', description: 'A result that a source prints, held against what its own inputs give.' })

const words = z.union([z.string(), both])
const name = z
  .union([z.strictObject({ family: z.string(), given: z.string(), zh: z.string().exactOptional() }), both])
  .meta({ id: 'name', description: 'A person, or a body under its name in each language.' })

const source = z
  .strictObject({
    id: sourceId,
    group: z
      .enum(['studied', 'compared', 'statistics', 'literature', 'own'])
      .describe('The list it stands in; "compared" is a study read beside the one studied, "own" this report.'),
    rounding: rounding.exactOptional(),
    type: z.enum(['article', 'book', 'chapter', 'dataset', 'report', 'thesis', 'news', 'webpage']),
    language: z.enum(['zh', 'en', 'zh, en']).describe('The language of the work itself.'),
    title: both,
    short: both.describe('What a citation in the text calls it.'),
    authors: both,
    creators: z.array(name).describe('The authors one by one.'),
    year: z.int(),
    letter: both.exactOptional().describe('Put after the year where another work is called the same: a for the first of 2019a and 2019b.'),
    date: z.string().exactOptional().describe('The day on which it appeared.'),
    accessed: z.string().exactOptional().describe('The day on which a page of the web was read.'),
    originalYear: z.string().exactOptional().describe('Of a translation or a later edition: when the work first appeared.'),
    container: words.exactOptional().describe('The journal or book that it stands in.'),
    volume: z.string().exactOptional(),
    issue: z.string().exactOptional(),
    page: z.string().exactOptional(),
    number: z.string().exactOptional().describe('What an article without pages is found by.'),
    degree: z.enum(['doctor', 'master']).exactOptional(),
    editors: z.array(name).exactOptional(),
    translators: z.array(name).exactOptional(),
    publisher: both,
    place: words.exactOptional(),
    doi: z.string().exactOptional(),
    url: z.string().exactOptional(),
  })
  .meta({ id: 'source', description: 'A cited work.' })

const conflict = z
  .strictObject({
    id: text,
    kind: z.enum(conflictKinds).describe('What the conflict is about.'),
    weight: z.enum(conflictWeights).describe('Whether it touches a result or what a case rests on.'),
    source: sourceId,
    title: both,
    passages: z.array(
      z.strictObject({
        source: sourceId,
        locator: both,
        printed: z.string().describe('The sources’ own words, letter by letter.'),
        gloss: z.string().describe('The same in English.'),
      }),
    ),
    why: both.describe('What cannot both be true, and what that means for a reader.'),
    figures: z.array(figureId).describe('The figures it touches.'),
    checks: z.array(text).describe('The claims that show it by arithmetic.'),
  })
  .meta({ id: 'conflict', description: 'A place where a source disagrees with itself or with another.' })

const sentence = z
  .strictObject({
    page: z.string().describe('As page#anchor, the anchor being the nearest heading before it.'),
    language: z.enum(['zh', 'en']),
    text: z.string(),
    figures: z.array(figureId),
    holds: z.array(z.string()).exactOptional().describe('Predicates over figures that its words rest on.'),
  })
  .meta({ id: 'sentence', description: 'A sentence of a page that shows figures, or whose words rest on them; a row of a table is one.' })

const doubt = z
  .strictObject({
    figure: figureId,
    kind: doubtKind,
    distribution: z.enum(['uniform', 'triangular', 'normal', 'lognormal', 'beta']),
    parameters: z
      .record(z.string(), z.string())
      .describe('As the data have them: in the printed unit of the figure, or the id of a figure that has the value.'),
    unit: z.string().describe('The printed unit of the parameters.'),
    values: z.record(z.string(), z.number()).describe('The parameters in base units; spread, alpha and beta are plain numbers.'),
    reason: both,
    source: sourceId.exactOptional().describe('The work that gives the error, or that the distribution is taken from.'),
    locator: both.exactOptional(),
    declared: line,
  })
  .meta({ id: 'doubt', description: 'A number that is doubted, as a distribution with its reason.' })

const doubtGroup = z
  .strictObject({
    id: text,
    label: both,
    figures: z.array(figureId),
    correlation: z.number().exactOptional().describe('Of every two of them, of the normal numbers behind their ranks: a Gaussian copula.'),
    total: z.number().exactOptional().describe('What they are scaled to add up to in every draw, in base units.'),
    reason: both,
    declared: line,
  })
  .meta({ id: 'doubtGroup', description: 'Doubts that hang together.' })

const estimate = z
  .strictObject({ value: z.number(), low: z.number(), high: z.number(), nought: z.boolean() })
  .meta({ id: 'estimate', description: 'An estimated index with its 95 per cent interval, and whether that covers nought.' })

const simulation = z
  .strictObject({
    output: figureId,
    kind: doubtKind,
    seed: z.int(),
    most: z.int().describe('The most draws that were allowed.'),
    draws: z.int().describe('The draws that were made: it ends once the shown digits are settled.'),
    digits: z.int().describe('Significant digits that are settled.'),
    mean: z.number(),
    deviation: z.number(),
    meanError: z.number().describe('The Monte Carlo standard error of the mean.'),
    quantiles: z.array(z.strictObject({ probability: z.number(), value: z.number(), error: z.number() })),
    histogram: z
      .strictObject({ low: z.number(), high: z.number(), counts: z.array(z.int()), below: z.int(), above: z.int() })
      .describe('Draws in equal bins from "low" to "high", and beyond either end.'),
    factors: z
      .array(
        z.strictObject({
          id: text,
          label: both,
          doubts: z.array(figureId),
          first: estimate.exactOptional(),
          total: estimate.exactOptional(),
        }),
      )
      .describe('What the variance is shared out among, with Sobol’ indices unless the answer is constant.'),
    rows: z.int().describe('Rows of the samples that the indices were estimated from.'),
    trace: z
      .array(z.strictObject({ rows: z.int(), first: z.array(z.number()), total: z.array(z.number()) }))
      .describe('The indices of the factors, in their order, from the first so many rows.'),
    tornado: z.strictObject({
      middle: z.number().describe('The answer with every doubt at its median.'),
      bars: z
        .array(z.strictObject({ figure: figureId, from: z.number(), to: z.number(), atLow: z.number(), atHigh: z.number() }))
        .describe('One doubt at its 5 and 95 per cent, and the answer there; the widest first.'),
    }),
  })
  .meta({ id: 'simulation', description: 'A figure simulated over all doubts of one kind that it hangs on; everything in base units.' })

export const ledgerSchema = z.strictObject({
  sources: z.array(source),
  figures: z.array(figure),
  checks: z.array(check),
  conflicts: z.array(conflict),
  doubts: z.array(doubt).exactOptional().describe('Where the report declares doubts.'),
  doubtGroups: z.array(doubtGroup).exactOptional(),
  simulations: z.array(simulation).exactOptional(),
  files: z
    .record(z.string(), z.string().regex(/^[0-9a-f]{64}$/))
    .describe('SHA-256 of every file of data and every script that the numbers are made of, by path.'),
  sentences: z.array(sentence).exactOptional().describe('Known only to a build of the site.'),
})

/** The schema as JSON Schema, draft 2020-12; unknown fields are refused, and so are names that the report does not have. */
export const ledgerJsonSchema = ({ units, scopes }: Vocabulary): Readonly<Record<string, unknown>> => {
  const { $schema, $defs, ...schema } = z.toJSONSchema(ledgerSchema, { target: 'draft-2020-12' })
  const names = { unit: units.bases, measure: scopes.measures, reach: scopes.reaches }
  // A list of nothing is no schema to some validators; where a report has no such name, none fits.
  const listed = Object.entries(names).map(([id, known]) => [
    id,
    { ...$defs?.[id], ...(known.size > 0 ? { enum: [...known.keys()] } : { not: {} }) },
  ])
  return {
    $schema,
    $comment: 'Every figure and every check of one build, as ledger.json has them.',
    title: 'The ledger of a report that proves itself',
    ...schema,
    $defs: { ...$defs, ...Object.fromEntries(listed) },
  }
}
