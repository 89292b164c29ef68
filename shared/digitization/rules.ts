/** The kinds of work, in the customary order; a template may leave out, repeat and rename them. */
export const stageKinds = [
  'select',
  'prepare',
  'scan',
  'process',
  'check',
  'ocr',
  'describe',
  'package',
  'publish',
  'preserve',
] as const
export type StageKind = (typeof stageKinds)[number]

export const jobStates = ['open', 'done', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

export const eventKinds = [
  'made',
  'taken',
  'handed_back',
  'finished',
  'sent_back',
  'moved',
  'recalled',
  'counted',
  'cancelled',
  'reopened',
] as const
export type EventKind = (typeof eventKinds)[number]

export const rightsStatuses = ['public_domain', 'licensed', 'own', 'orphan', 'restricted', 'unknown'] as const
export type RightsStatus = (typeof rightsStatuses)[number]
