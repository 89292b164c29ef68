import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import { boxesOf } from '../../shared/catalogue/rules.ts'
import type { Verdict } from '../../shared/interchange/contract.ts'
import { parseRecord, recordErrors } from '../catalogue/index.ts'
import type { Reader } from '../connection.ts'
import type { Incoming } from './incoming.ts'
import { controlNumberOf, knownBy, sourceOf, type KnownBy } from './match-keys.ts'
import { createMatcher, type Asked } from './match.ts'
import { mergedRecord } from './overlay.ts'
import type { KeptOptions } from './runs.ts'

type Found = { verdict: Verdict; titleId: number | null; insideOf: number | null }
/** A line of a run: what a file brings, and what it was found to be. */
export type Line = Incoming &
  Found & {
    place: number
    /** What the record is in its own system, and a digest of how that system tells it. */
    origin: { source: string; controlNumber: string; hash: string } | null
  }
/** The same with what is kept of it for the preview. */
export type Assessed = Line & { rule: string; label: string }
export type Assessor = {
  look: (batch: readonly Incoming[]) => Promise<Assessed[]>
  /** Where what was found before still holds: nothing is asked again, of the catalogue or of the record. */
  remember: (batch: readonly Incoming[], found: readonly Found[]) => Line[]
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
  async function look(batch: readonly Incoming[]): Promise<Assessed[]> {
    const forms = batch.map(({ record }) => record && boxesOf(record, knownBy))
    const lines = batch.map((incoming, at) => {
      const line = assessed(incoming, ++place, profile.source, forms[at] ?? null)
      // What stood in another catalogue of this program stands in this one.
      return kind === 'merger' && line.verdict === 'invalid' ? { ...line, verdict: 'new' as const } : line
    })
    const asked = lines.flatMap(({ verdict, place: at, record, origin }, nth): Asked[] => {
      const form = forms[nth]
      return verdict === 'new' && record && form
        ? [{ place: at, record, form, source: origin?.source ?? '' }]
        : []
    })
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
    batch.map((incoming, at) => ({
      ...incoming,
      ...(found[at] ?? { verdict: incoming.record ? 'new' : 'unread', titleId: null, insideOf: null }),
      place: ++place,
      origin: originOf(incoming.record, profile.source),
    }))
  return { look, remember, close: matcher.close }
}

function originOf(record: MarcRecord | null, profileSource: string): Line['origin'] {
  if (!record) return null
  const source = sourceOf(record, profileSource)
  return { source, controlNumber: controlNumberOf(record), hash: hashOf(record) }
}

function assessed(incoming: Incoming, place: number, profileSource: string, form: KnownBy | null): Assessed {
  const { record } = incoming
  const origin = originOf(record, profileSource)
  const base = { ...incoming, place, rule: '', titleId: null, insideOf: null, label: '', origin }
  if (!record || !form) return { ...base, verdict: 'unread' }
  const sum = incoming.problems.find(({ code }) => code === 'row_is_sum')
  if (sum) return { ...base, verdict: 'invalid', label: sum.detail.slice(0, longestLabel) }
  const label = [form.title, form.authors.split('; ')[0], form.publishedYear].filter(Boolean).join(' / ')
  // What is wrong inside a field comes in as it is, to be put right here; a record without a title cannot be found again.
  const found = recordErrors(record).map(({ code, tag, detail }) => ({
    code,
    detail: `${tag} ${detail}`.trim(),
  }))
  const verdict = found.some(({ code }) => code === 'title_missing') ? 'invalid' : 'new'
  const problems = [...incoming.problems, ...found]
  return { ...base, problems, label: label.slice(0, longestLabel), verdict }
}

export function hashOf(record: MarcRecord): string {
  return hash('sha256', JSON.stringify(record), 'base64url').slice(0, 22)
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
