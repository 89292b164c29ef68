import type { Posting } from './people-contract.ts'
import type { Topic } from './training-contract.ts'

/** Digital skills are what these courses are about (QĐ 206/QĐ-TTg). */
export const digitalTopics: readonly Topic[] = ['digital', 'digitization']

/** Retraining is counted from the day on which QĐ 206/QĐ-TTg was signed. */
export const retrainedSince = '2021-02-11'

export const staffMeasures = [
  'staff.people',
  'staff.counted',
  'staff.digitallyTrained',
  'staff.digitallyTrainedCounted',
  'staff.retrained',
  'staff.retrainedCounted',
  'staff.digitallySkilled',
  'staff.digitallySkilledCounted',
  'staff.attendances',
  'staff.digitalAttendances',
  'staff.plans',
] as const
export type StaffMeasure =
  | (typeof staffMeasures)[number]
  | `staff.people.${Posting['qualification']}`
  | `staff.counted.${Posting['qualification']}`
