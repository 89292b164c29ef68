import { addDays } from '../../../shared/dates.ts'
import type { MeasureName } from '../../../shared/indicators/formulas.ts'
import { isStock, nearDays, type LeftOutReason } from '../../../shared/indicators/left-out.ts'
import type { Reader } from '../../connection.ts'
import type { Span } from '../../measures.ts'
import { measures, onceEach, type Computed, type Measured } from '../compute.ts'
import { activities } from './activities.ts'
import { holdings } from './holdings.ts'
import type { LeftOutRules } from './rule.ts'
import { services } from './services.ts'

export type LeftOut = { measure: MeasureName; reason: LeftOutReason; ids: number[] }

export const rules: LeftOutRules = { ...activities, ...holdings, ...services }

/** What is a part of what else the formula counts, and why a row of the whole is not in the part. */
const lacking: Partial<Record<MeasureName, { whole: MeasureName; reason: LeftOutReason }>> = {
  'digitization.described': { whole: 'digitization.documents', reason: 'not_described' },
  'digitization.digitized206': { whole: 'digitization.registered206', reason: 'not_digitized' },
  'digitization.digitizedEndogenous': { whole: 'digitization.registeredEndogenous', reason: 'not_digitized' },
  'digitization.pagesFirstTime': { whole: 'digitization.pages', reason: 'sent_back' },
  'facilities.infrastructureMet': { whole: 'facilities.infrastructure', reason: 'not_met' },
  'facilities.sitesOnline': { whole: 'facilities.sites', reason: 'no_internet' },
  'facilities.workflowsDigital': { whole: 'facilities.workflows', reason: 'not_digital' },
  'network.managed': { whole: 'network.surveyed', reason: 'not_answered' },
  'network.withWebsite': { whole: 'network.surveyed', reason: 'not_answered' },
  'plans.milestonesOnTime': { whole: 'plans.milestonesDue', reason: 'late' },
  'preservation.copiesIntact': { whole: 'preservation.copiesChecked', reason: 'failed' },
  'preservation.safeBytes': { whole: 'preservation.bytes', reason: 'one_copy' },
  'staff.digitallySkilled': { whole: 'staff.people', reason: 'not_trained' },
  'staff.digitallyTrained': { whole: 'staff.people', reason: 'not_trained' },
  'staff.retrained': { whole: 'staff.people', reason: 'not_trained' },
}

/** Rows that look as if they belonged to a figure and were not counted; each once, by the first reason that says so. */
export async function leftOutOf(db: Reader, { rows, parameters }: Computed): Promise<LeftOut[]> {
  const found: LeftOut[] = []
  for (const part of rows) {
    const seen = new Set(part.ids)
    const take = (reason: LeftOutReason, ids: readonly number[]) => {
      const fresh = ids.filter((id) => !seen.has(id))
      for (const id of fresh) seen.add(id)
      if (fresh.length > 0) found.push({ measure: part.measure, reason, ids: fresh })
    }
    for (const { reason, find } of rules[part.measure] ?? []) take(reason, await find(db, parameters))
    const whole = lacking[part.measure]
    if (whole) take(whole.reason, await idsOf(db, whole.whole, parameters))
    for (const [reason, ids] of await nearTo(db, part, parameters)) take(reason, ids)
  }
  return found
}

function idsOf(db: Reader, measure: MeasureName, span: Span): Promise<readonly number[]> {
  const once = onceEach()
  return measures[measure].find(db, span, once).then(({ ids }) => ids)
}

/** What would have counted some days earlier or later; of a stock, what was there as the period began and is over. */
async function nearTo(
  db: Reader,
  { measure }: Measured,
  { from, to }: Span,
): Promise<[LeftOutReason, readonly number[]][]> {
  // A person gave it: no row is near to it.
  if (measure === 'indicators.given') return []
  const before = { from: addDays(from, -nearDays), to: addDays(from, -1) }
  const after = { from: addDays(to, 1), to: addDays(to, nearDays) }
  return [
    [isStock(measure) ? 'over_before_end' : 'just_before', await idsOf(db, measure, before)],
    ['just_after', await idsOf(db, measure, after)],
  ]
}
