import * as z from 'zod'
import { fileTicket, id, instant, nothing, period, requiredText, rev } from '../fields.ts'
import { Value } from '../indicators/contract.ts'

/** A library or site whose reports are added up here. */
export const ReportingUnit = z.object({
  id,
  rev,
  code: z.string(),
  name: z.string(),
  /** Once a package of it was taken in: the key it is signed with. */
  keyFingerprint: z.string().nullable(),
})
export type ReportingUnit = z.output<typeof ReportingUnit>

/** What was taken in of a unit: of a period the newest counts, a signed package before any workbook; the others are kept. */
export const UnitReport = z.object({
  id,
  unitId: id,
  source: z.enum(['package', 'workbook']),
  revision: z.int(),
  hash: z.string(),
  fileName: z.string(),
  /** A workbook is signed by nobody. */
  signedAt: instant.nullable(),
  takenBy: z.string().nullable(),
  takenAt: instant,
  isCounted: z.boolean(),
})
export type UnitReport = z.output<typeof UnitReport>

const Stated = Value.pick({ status: true, value: true })

export const UnitFigure = z.object({
  code: z.string(),
  /** Ours, as signed; as it counts now where nobody signed that period. Null where we have no such figure. */
  own: Stated.nullable(),
  /** By the unit it came from; a unit that has not reported has none. */
  units: z.array(Stated.extend({ unitId: id })),
  manner: z.enum(['sum', 'distinct', 'share']),
  /** Of the units alone, and with ours; null where it does not add up or nobody knows it. */
  total: z.number().nullable(),
  together: z.number().nullable(),
  /** Expected units without this figure: the total lacks them. */
  lacking: z.int(),
})
export type UnitFigure = z.output<typeof UnitFigure>

export const unitQueries = {
  units: { can: 'reports.read', input: nothing, output: z.array(ReportingUnit) },
  consolidation: {
    can: 'reports.read',
    input: z.object({ period }),
    output: z.object({
      units: z.array(ReportingUnit),
      reports: z.array(UnitReport),
      isOwnSigned: z.boolean(),
      figures: z.array(UnitFigure),
    }),
  },
} as const

export const unitCommands = {
  addUnit: {
    can: 'reports.prepare',
    input: z.object({ code: requiredText(40), name: requiredText(300) }),
    output: ReportingUnit,
    errors: ['unit_exists'],
    changes: ['reports'],
  },
  updateUnit: {
    can: 'reports.prepare',
    input: z.object({ id, rev, code: requiredText(40), name: requiredText(300) }),
    output: ReportingUnit,
    errors: ['unit_not_found', 'unit_exists'],
    changes: ['reports'],
  },
  /** It is expected no longer; what it reported is kept. */
  removeUnit: {
    can: 'reports.prepare',
    input: z.object({ id }),
    output: z.object({ id }),
    errors: ['unit_not_found'],
    changes: ['reports'],
  },
  restoreUnit: {
    can: 'reports.prepare',
    input: z.object({ id }),
    output: z.object({ id }),
    errors: ['unit_not_found', 'unit_exists'],
    changes: ['reports'],
  },
  takeBackUnitReport: {
    can: 'reports.prepare',
    input: z.object({ id }),
    output: z.object({ id }),
    errors: ['unit_report_not_found'],
    changes: ['reports'],
  },
  restoreUnitReport: {
    can: 'reports.prepare',
    input: z.object({ id }),
    output: z.object({ id }),
    errors: ['unit_report_not_found', 'revision_conflict'],
    changes: ['reports'],
  },
} as const

export const unitJobs = {
  takeInPackage: {
    can: 'reports.prepare',
    input: z.object({
      file: fileTicket,
      /** That the library has a new key, as somebody asked there. */
      acceptsKey: z.boolean().default(false),
    }),
    output: z.object({
      unitId: id,
      name: z.string(),
      period,
      revision: z.int(),
      isNewUnit: z.boolean(),
      /** That of a later revision, which counts instead. */
      countedRevision: z.int(),
    }),
    errors: [
      'file_gone',
      'not_a_package',
      'package_altered',
      'package_too_new',
      'own_package',
      'already_taken',
      'revision_conflict',
      'other_key',
    ],
    changes: ['reports'],
  },
  exportConsolidation: {
    can: 'reports.read',
    input: z.object({ period }),
    output: z.object({ file: fileTicket }),
    changes: [],
  },
} as const
