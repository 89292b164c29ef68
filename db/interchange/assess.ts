import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import type { Verdict } from '../../shared/interchange/contract.ts'
import { parseRecord, recordErrors, shownOf } from '../catalogue/index.ts'
import type { Reader } from '../connection.ts'
import type { Incoming } from './incoming.ts'
import { controlNumberOf, sourceOf } from './match-keys.ts'
import { createMatcher, type Asked } from './match.ts'
import { mergedRecord } from './overlay.ts'
import type { KeptOptions } from './runs.ts'

/** A line of a run before it is kept. */
export type Assessed = Incoming & {
  place: number
  verdict: Verdict
  rule: string
  titleId: number | null
  insideOf: number | null
  label: string
  /** What the record is in its own system, and a digest of how that system tells it. */
  origin: { source: string; controlNumber: string; hash: string } | null
}
type Found = Pick<Assessed, 'verdict' | 'titleId' | 'insideOf'>
export type Assessor = {
  look: (batch: readonly Incoming[]) => Promise<Assessed[]>
  /** The same where what was found before still holds, without asking the catalogue. */
  remember: (batch: readonly Incoming[], found: readonly Found[]) => Assessed[]
  close: () => Promise<void>
}

const longestLabel = 200

/** Says of each record what it is; places are counted from 1 through all batches. */
export async function createAssessor(
  db: Reader,
  { rules, profile, kind }: Pick<KeptOptions, 'rules' | 'profile' | 'kind'>,
  scratch: string,
): Promise<Assessor> {
  // What a refresh does not find by its number is new or gone, never another title that looks like it.
  const used = kind === 'refresh' ? rules.filter(({ by }) => by === 'control_number') : rules
  const matcher = await createMatcher(db, used, scratch)
  let place = 0
  const linesOf = (batch: readonly Incoming[]) =>
    batch.map((incoming): Assessed => {
      const line = lineOf(incoming, ++place, profile.source)
      // What stood in another catalogue of this program stands in this one.
      return kind === 'merger' && line.verdict === 'invalid' ? { ...line, verdict: 'new' } : line
    })
  async function look(batch: readonly Incoming[]): Promise<Assessed[]> {
    const lines = linesOf(batch)
    const asked = lines.flatMap((line) => (line.verdict === 'new' ? [askedOf(line)] : []))
    const matches = await matcher.match(asked)
    const byPlace = new Map(asked.map((each, at) => [each.place, matches[at] ?? null]))
    for (const line of lines) {
      const match = byPlace.get(line.place)
      if (!match) continue
      const { rule, titleId } = match
      const insideOf = kind === 'merger' ? null : match.insideOf
      if (titleId === null && insideOf === null) continue
      Object.assign(line, { rule, titleId, insideOf, verdict: insideOf === null ? 'changed' : 'inside' })
    }
    await tellSame(db, lines, profile.localTags)
    return lines
  }
  const remember: Assessor['remember'] = (batch, found) =>
    linesOf(batch).map((line, at) => {
      const { verdict, titleId, insideOf } = found[at] ?? line
      return { ...line, verdict, titleId, insideOf }
    })
  return { look, remember, close: matcher.close }
}

function lineOf(incoming: Incoming, place: number, profileSource: string): Assessed {
  const { record } = incoming
  const base = { ...incoming, place, rule: '', titleId: null, insideOf: null, label: '', origin: null }
  if (!record) return { ...base, verdict: 'unread' }
  const form = shownOf(record)
  const label = [form.title, form.authors.split('; ')[0], form.publishedYear].filter(Boolean).join(' / ')
  const origin = {
    source: sourceOf(record, profileSource),
    controlNumber: controlNumberOf(record),
    hash: hashOf(record),
  }
  // What is wrong inside a field comes in as it is, to be put right here; a record without a title cannot be found again.
  const found = recordErrors(record).map(({ code, tag, detail }) => ({
    code,
    detail: `${tag} ${detail}`.trim(),
  }))
  const verdict = found.some(({ code }) => code === 'title_missing') ? 'invalid' : 'new'
  return {
    ...base,
    problems: [...incoming.problems, ...found],
    label: label.slice(0, longestLabel),
    origin,
    verdict,
  }
}

function askedOf({ place, record, origin }: Assessed): Asked {
  if (!record) throw new Error('a stretch without a record is matched with nothing')
  return { place, record, form: shownOf(record), source: origin?.source ?? '' }
}

export function hashOf(record: MarcRecord): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('base64url').slice(0, 22)
}

type Held = { titleId: number; hash: string | null; marc: string | null }

/**
 * Of the matched ones, which say nothing new: the source tells the record as it did before, or laid over the title it
 * would change nothing.
 */
async function tellSame(db: Reader, lines: readonly Assessed[], localTags: readonly string[]): Promise<void> {
  const changed = lines.filter((line) => line.verdict === 'changed')
  if (changed.length === 0) return
  const wanted = changed.map(({ titleId, origin }) => [titleId, origin?.source ?? '', origin?.hash ?? ''])
  // The record itself is fetched only where the digest says that it may differ.
  const { rows } = await sql<Held>`
    select wanted.value ->> 0 as titleId, origin.hash,
      iif(origin.hash is wanted.value ->> 2, null, (select marc from marcRecord where id = wanted.value ->> 0)) as marc
    from json_each(${JSON.stringify(wanted)}) as wanted
    left join titleOrigin as origin
      on origin.titleId = wanted.value ->> 0 and origin.source = wanted.value ->> 1
    order by wanted.key`.execute(db)
  for (const [at, line] of changed.entries()) {
    const held = rows[at]
    if (!held || !line.record) continue
    const isSame =
      held.marc === null ||
      hashOf(mergedRecord(parseRecord(held.marc), line.record, localTags)) === hashOf(parseRecord(held.marc))
    if (isSame) line.verdict = 'same'
  }
}
