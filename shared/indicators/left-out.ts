import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, page, pageInput, period } from '../fields.ts'
import type { MeasureName } from './formulas.ts'

/** Why a row that looks as if it belonged was not counted; its words are at `indicators.leftOut.reasons.*`. */
export const leftOutReasons = [
  // What the record itself says.
  'removed',
  'cancelled',
  'withdrawn',
  'closed',
  'ended',
  'expired',
  'replaced',
  'not_approved',
  'not_held',
  'dropped',
  'not_finished',
  'not_accepted',
  'not_sent',
  'refused',
  'no_day',
  'blank',
  'no_value',
  'no_pages',
  'no_origin',
  'open_source',
  'other_purpose',
  'double',
  'opening',
  'merged',
  'filled',
  'no_copies',
  'not_working',
  'not_measured',
  'unreadable',
  // What a part of a whole lacks.
  'not_checked',
  'failed',
  'one_copy',
  'not_described',
  'not_digitized',
  'sent_back',
  'no_internet',
  'not_digital',
  'not_met',
  'late',
  'not_answered',
  'not_trained',
  // Outside the days.
  'over_before_end',
  'just_before',
  'just_after',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

/** How near to a period a day is looked at as one that somebody may have meant. */
export const nearDays = 15

/** Of these the last day of a period alone says what counts, or what the year has come to by then. */
const stock =
  /^(copies\.(held|titlesHeld)$|stock\.|catalogue\.(titles|digitalDocuments|serialsTaken)$|digitization\.(documents|described|collections|collected|registered|digitized)|preservation\.(bytes|safeBytes)$|facilities\.|staff\.(people|counted|digitally|retrained|plans)|network\.(points($|\.)|ownSites|population|surveyed|withWebsite|managed)|plans\.(roadmaps|milestones|allocated|spent)|cooperation\.(projects|agreements|interconnections|librariesConnected|memberships)|association\.(branches|members|dues|otherIncome|friendly|award)|readers\.cardsValid$)/

export function isStock(measure: MeasureName): boolean {
  return stock.test(measure)
}

const Asked = z.object({ code: z.string().max(20), period })

export const leftOutQueries = {
  /** What was not counted, by part and reason. */
  leftOut: {
    can: 'indicators.read',
    input: Asked,
    output: z.object({
      groups: z.array(
        z.object({
          measure: z.string(),
          reason: z.enum(leftOutReasons),
          tableName: z.string(),
          rowCount: z.int(),
        }),
      ),
    }),
    errors: ['unknown_indicator'],
  },
  leftOutRows: {
    can: 'indicators.read',
    input: Asked.extend({ measure: z.string().max(100), reason: z.enum(leftOutReasons), ...pageInput }),
    output: page(
      z.object({ tableName: z.string(), rowId: id, label: z.string(), detail: z.string() }),
    ).extend({ rowCount: z.int() }),
    errors: ['unknown_indicator'],
  },
} as const satisfies Contract['queries']
