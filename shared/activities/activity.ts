import * as z from 'zod'
import { id, isoDate, requiredText, rev, text } from '../fields.ts'
import { evidenceKinds, feeds, fieldKinds, reaches, typeGroups } from './types.ts'

export const activityStates = ['planned', 'done', 'postponed', 'cancelled'] as const
export type ActivityState = (typeof activityStates)[number]
export const sessionStates = ['planned', 'held', 'dropped'] as const
export type SessionState = (typeof sessionStates)[number]
/** What the library did in it. */
export const parts = ['organiser', 'joint', 'participant'] as const
export const moneySources = ['budget', 'donation', 'project', 'other'] as const
export const proofStates = ['not_needed', 'missing', 'present'] as const

/** Of those who came; children and adults part them, the others may overlap with any. */
export const attendanceParts = ['children', 'adults', 'disabled', 'minority', 'online'] as const
export type AttendancePart = (typeof attendanceParts)[number]

const people = z.int().min(0).max(10_000_000).nullable().default(null)
const amount = z.int().min(0).max(10_000_000).nullable().default(null)
const clock = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  .nullable()
  .default(null)

export const SessionFields = z
  .object({
    /** Of a session that was saved before. */
    id: id.nullable().default(null),
    on: isoDate,
    /** The last day of one that lasts for days, as a display does. */
    until: isoDate.nullable().default(null),
    startTime: clock,
    endTime: clock,
    state: z.enum(sessionStates).default('planned'),
    attended: people,
    children: people,
    adults: people,
    disabled: people,
    minority: people,
    online: people,
    /** Why it was dropped, or what else is to be known of it alone. */
    note: text(500).default(''),
  })
  .superRefine((session, context) => {
    for (const { field, code } of sessionFaults(session))
      context.addIssue({ code: 'custom', path: [field], message: code })
  })
export type SessionFields = z.output<typeof SessionFields>

type Attendance = Record<'attended' | AttendancePart, number | null>
type Span = { on: string; until: string | null; startTime: string | null; endTime: string | null }
export type SessionFault = {
  field: 'until' | 'endTime' | 'attended' | AttendancePart
  code: 'ends_before_start' | 'part_above_total' | 'parts_above_total' | 'total_missing'
}

/** Attendance below its parts, and ends before beginnings. */
export function sessionFaults(session: Attendance & Span): SessionFault[] {
  const faults: SessionFault[] = []
  if (session.until !== null && session.until < session.on)
    faults.push({ field: 'until', code: 'ends_before_start' })
  const isOneDay = session.until === null || session.until === session.on
  if (
    isOneDay &&
    session.startTime !== null &&
    session.endTime !== null &&
    session.endTime < session.startTime
  )
    faults.push({ field: 'endTime', code: 'ends_before_start' })
  const total = session.attended
  const given = attendanceParts.filter((part) => session[part] !== null)
  if (total === null)
    return given.length > 0 ? [...faults, { field: 'attended', code: 'total_missing' }] : faults
  for (const part of given)
    if ((session[part] ?? 0) > total) faults.push({ field: part, code: 'part_above_total' })
  if ((session.children ?? 0) + (session.adults ?? 0) > total && faults.length === 0)
    faults.push({ field: 'attended', code: 'parts_above_total' })
  return faults
}

export const DetailValue = z.union([z.string().max(2000), z.number(), z.boolean()])
export type DetailValue = z.output<typeof DetailValue>

const mostSessions = 400
export const ActivityFields = z.object({
  name: requiredText(300),
  typeCode: z.string().min(1).max(20),
  state: z.enum(activityStates).default('planned'),
  part: z.enum(parts).default('organiser'),
  reach: z.enum(reaches).default('local'),
  organiser: text(300).default(''),
  siteId: id.nullable().default(null),
  /** Where it is when not at one of the library's own sites. */
  place: text(300).default(''),
  /** Names of people: they never leave this PC. */
  responsible: text(500).default(''),
  cost: z.int().min(0).max(1_000_000_000_000).nullable().default(null),
  moneySource: z.enum(moneySources).nullable().default(null),
  copiesShown: amount,
  copiesGiven: amount,
  note: text(5000).default(''),
  campaignIds: z.array(id).max(20).default([]),
  partnerIds: z.array(id).max(50).default([]),
  titleIds: z.array(id).max(500).default([]),
  /** Answers to the fields of its type, by their keys. */
  details: z.record(z.string().max(40), DetailValue).default({}),
  sessions: z.array(SessionFields).min(1).max(mostSessions),
})
export type ActivityFields = z.output<typeof ActivityFields>

const named = z.object({ id, name: z.string() })
const total = z.int().nullable()
/** What the engine works out from its sessions, for lists. */
const Summary = z.object({
  startsOn: isoDate,
  endsOn: isoDate,
  sessionCount: z.int(),
  heldCount: z.int(),
  attended: total,
  proof: z.enum(proofStates),
})
export const ActivityRow = ActivityFields.pick({ name: true, typeCode: true, state: true, place: true })
  .extend({ id, rev, siteName: z.string().nullable() })
  .extend(Summary.shape)
export type ActivityRow = z.output<typeof ActivityRow>

export const Activity = ActivityFields.extend({ id, rev, siteName: z.string().nullable() })
  .extend(Summary.shape)
  .extend({
    campaigns: z.array(named),
    partners: z.array(named.extend({ kind: z.string() })),
    titles: z.array(z.object({ id, title: z.string() })),
  })
export type Activity = z.output<typeof Activity>

export const campaignKinds = ['book_day', 'campaign', 'programme'] as const
export const CampaignFields = z.object({
  name: requiredText(300),
  kind: z.enum(campaignKinds).default('campaign'),
  /** None for a programme that runs for years. */
  year: z.int().min(1900).max(2200).nullable().default(null),
  note: text(2000).default(''),
})
export type CampaignFields = z.output<typeof CampaignFields>
export const Campaign = CampaignFields.extend({
  id,
  rev,
  activities: z.int(),
  held: z.int(),
  attended: z.int(),
  copiesGiven: z.int(),
})
export type Campaign = z.output<typeof Campaign>

/** A field as pages show it: the program's own takes its words from the texts, a library's own brings them. */
export const FieldOfType = z.object({
  key: z.string().regex(/^[a-z][A-Za-z0-9_]{0,39}$/),
  kind: z.enum(fieldKinds),
  label: text(100).default(''),
  choices: z.array(requiredText(100)).max(50).default([]),
  isPersonal: z.boolean().default(false),
  isOwn: z.boolean().default(false),
})
export type FieldOfType = z.output<typeof FieldOfType>

export const TypeFields = z.object({
  /** Empty: as the program calls it. */
  name: text(200).default(''),
  group: z.enum(typeGroups),
  feeds: z.array(z.enum(feeds)).default([]),
  proof: z.array(z.enum(evidenceKinds)).default([]),
  isHidden: z.boolean().default(false),
  /** Only those that the library added. */
  ownFields: z.array(FieldOfType).max(40).default([]),
})
export type TypeFields = z.output<typeof TypeFields>
export const ActivityType = TypeFields.extend({
  code: z.string(),
  rev,
  isDeclared: z.boolean(),
  reach: z.enum(reaches),
  fields: z.array(FieldOfType),
  activities: z.int(),
})
export type ActivityType = z.output<typeof ActivityType>

export const Evidence = z.object({
  id,
  kind: z.enum(evidenceKinds),
  name: z.string(),
  form: z.string(),
  size: z.int(),
  hash: z.string(),
  addedAt: z.iso.datetime(),
  /** Other activities that the same file proves. */
  alsoProves: z.array(named),
})
export type Evidence = z.output<typeof Evidence>
