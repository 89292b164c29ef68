import type { CopyDraft, RunCounts, Verdict } from '../../shared/interchange/contract.ts'
import type { NumberForm } from '../../shared/copies/rules.ts'
import type { Assessed } from './assess.ts'
import { wordKey, type PlaceFinder } from './copy-places.ts'
import { countPrefix, planSeries, type SeriesMet } from './numbering.ts'
import type { PlaceBook } from './place-book.ts'

/** Kinds of a word beyond so many are no list any more. */
const mostUnknown = 500

/** Counts what a run found, line by line; nothing is kept of a line itself. */
export type Tally = {
  add: (lines: readonly Assessed[], taken: ReadonlySet<string>) => void
  counts: (said: { bytes: number; vanished: number }) => RunCounts
}

/** `codes` remembers which numbers and barcodes the file has had already. */
export function createTally(places: PlaceFinder, series: readonly NumberForm[], codes: PlaceBook): Tally {
  let records = 0
  let copies = 0
  let copiesTaken = 0
  const byVerdict = new Map<Verdict, number>()
  const byRule = new Map<string, number>()
  const problems = new Map<string, number>()
  const unknown = new Map<string, RunCounts['unknownValues'][number]>()
  const prefixes = new Map<string, SeriesMet>()

  function addUnknown(kind: 'site' | 'store', text: string): void {
    const key = `${kind} ${wordKey(text)}`
    const known = unknown.get(key)
    if (known) known.count += 1
    else if (unknown.size < mostUnknown) unknown.set(key, { kind, text, count: 1 })
  }
  function addCopy(draft: CopyDraft, place: number, taken: ReadonlySet<string>): void {
    copies += 1
    const own = [draft.accessionNumber, draft.barcode].filter((code) => code !== '')
    // Asked of both, so that both are kept.
    const isTwice = [...new Set(own)].map((code) => codes.met(code, place) !== null).includes(true)
    if (isTwice || own.some((code) => taken.has(code))) copiesTaken += 1
    countPrefix(prefixes, draft.accessionNumber)
    for (const kind of ['site', 'store'] as const)
      if (!places.isKnown(kind, draft)) addUnknown(kind, draft[kind])
  }
  return {
    add(lines, taken) {
      for (const { verdict, rule, drafts, place, problems: found } of lines) {
        if (verdict !== 'unread') records += 1
        count(byVerdict, verdict)
        if (rule !== '') count(byRule, rule)
        for (const code of new Set(found.map((problem) => problem.code))) count(problems, code)
        for (const draft of drafts) addCopy(draft, place, taken)
      }
    },
    counts: ({ bytes, vanished }) => ({
      records,
      bytes,
      byVerdict: Object.fromEntries(byVerdict),
      byRule: listed(byRule),
      copies,
      copiesTaken,
      problems: listed(problems),
      unknownValues: [...unknown.values()].toSorted((a, b) => b.count - a.count),
      series: planSeries(prefixes.values(), series),
      vanished,
    }),
  }
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function listed(counts: ReadonlyMap<string, number>): { code: string; count: number }[] {
  return [...counts].map(([code, amount]) => ({ code, count: amount })).toSorted((a, b) => b.count - a.count)
}
