import { qualifications } from '../staff/contract.ts'
import { counted, share, shareOf, sum } from './formula-parts.ts'
import type { Counts, Indicator, LegalBasis } from './formulas.ts'

/** Staff is told by names or in numbers; on any day one of the two is empty. */
const staffMeasures = ['staff.people', 'staff.counted'] as const

/** The part of all staff of which something is known, by names or in numbers. */
function shareOfStaff(
  code: string,
  basis: LegalBasis,
  part: 'digitallyTrained' | 'retrained' | 'digitallySkilled',
): Indicator {
  const parts = [`staff.${part}`, `staff.${part}Counted`] as const
  const compute = (counts: Counts) => share(sum(...parts)(counts), sum(...staffMeasures)(counts))
  return {
    code,
    bases: [basis],
    isShare: true,
    formulas: [{ version: 1, measures: [...parts, ...staffMeasures], compute }],
  }
}

/** A site of the library's own, with services on it, given on to the national system of knowledge. */
const websiteMeasures = [
  'facilities.websites',
  'facilities.readerServices',
  'facilities.openKnowledge',
] as const

/** What a library works in and with (M2a). */
export const facilityIndicators: readonly Indicator[] = [
  {
    code: 'M2a.02',
    bases: ['letter2024a'],
    formulas: [
      {
        version: 1,
        measures: ['facilities.readingArea'],
        compute: (counts) => Math.round(counts['facilities.readingArea'] * 10) / 10,
      },
    ],
  },
  counted('M2a.03', ['letter2024a'], 'facilities.readingSeats'),
  counted('M2a.04a', ['letter2024a'], 'facilities.computersForWork'),
  counted('M2a.04b', ['letter2024a'], 'facilities.computersForReaders'),
  shareOf('M2a.05', 'letter2024a', 'facilities.sitesOnline', 'facilities.sites'),
  counted('M2a.06', ['letter2024a'], 'facilities.digitizers'),
  shareOf('M2a.07', 'letter2024a', 'facilities.workflowsDigital', 'facilities.workflows'),
  counted('M2a.08', ['letter2024a'], 'facilities.librarySoftware'),
]

/** Those who work in it (M2d). */
export const staffIndicators: readonly Indicator[] = [
  counted('M2d.01', ['letter2024d'], ...staffMeasures),
  ...qualifications.map((each, at) =>
    counted(`M2d.01a${at + 1}`, ['letter2024d'], `staff.people.${each}`, `staff.counted.${each}`),
  ),
  counted('M2d.02', ['letter2024d'], 'staff.plans'),
  counted('M2d.03a', ['letter2024d'], 'staff.attendances'),
  counted('M2d.03b', ['letter2024d'], 'staff.digitalAttendances'),
  shareOfStaff('M2d.04a', 'decision206', 'digitallyTrained'),
  shareOfStaff('M2d.04b', 'decision206', 'digitallySkilled'),
]

export const infrastructureIndicators: readonly Indicator[] = [
  shareOf('D206.01', 'decision206', 'facilities.infrastructureMet', 'facilities.infrastructure'),
  {
    code: 'D206.02',
    bases: ['decision206'],
    formulas: [
      {
        version: 1,
        measures: websiteMeasures,
        compute: (counts) => (websiteMeasures.every((measure) => counts[measure] > 0) ? 1 : 0),
      },
    ],
  },
]

export const retrainedIndicator = shareOfStaff('D206.04', 'decision206', 'retrained')
