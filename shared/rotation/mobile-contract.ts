import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, page, pageInput, requiredText, rev, text } from '../fields.ts'
import { changed, changes, count, day, note, one } from './fields.ts'

export const sessionStates = ['planned', 'done', 'dropped'] as const
export type SessionState = (typeof sessionStates)[number]
const mostStops = 100
const mostSessions = 200

const place = text(300).default('')
export const Stop = z.object({ id: id.nullable().default(null), pointId: id.nullable().default(null), place })
export type Stop = z.output<typeof Stop>

export const RouteFields = z.object({
  name: requiredText(300),
  siteId: id,
  vehicleId: id.nullable().default(null),
  endedOn: day,
  note,
  /** In the order they are driven to. */
  stops: z.array(Stop).max(mostStops).default([]),
})
export type RouteFields = z.output<typeof RouteFields>
const NamedStop = Stop.extend({ pointName: z.string() })
export const Route = RouteFields.extend({
  id,
  rev,
  siteName: z.string(),
  vehicleName: z.string().nullable(),
  stops: z.array(NamedStop),
})
export type Route = z.output<typeof Route>

export const SessionFields = z.object({
  on: isoDate,
  siteId: id,
  routeId: id.nullable().default(null),
  vehicleId: id.nullable().default(null),
  pointId: id.nullable().default(null),
  place,
  children: count,
  adults: count,
  disabled: count,
  minority: count,
  documents: count,
  copiesCarried: count,
  note,
})
export type SessionFields = z.output<typeof SessionFields>
export const Session = SessionFields.extend({
  id,
  rev,
  state: z.enum(sessionStates),
  siteName: z.string(),
  routeName: z.string().nullable(),
  vehicleName: z.string().nullable(),
  pointName: z.string().nullable(),
  readers: z.int().nullable(),
  /** The site counted visits outside by hand that month: those are the figure, and the readers here are part of it. */
  isInCounters: z.boolean(),
})
export type Session = z.output<typeof Session>

export const SessionFilters = z.object({
  text: text(200).default(''),
  from: day,
  to: day,
  state: z.enum(sessionStates).nullable().default(null),
  siteId: id.nullable().default(null),
  routeId: id.nullable().default(null),
  vehicleId: id.nullable().default(null),
})
export type SessionFilters = z.output<typeof SessionFilters>

const wrongSession = [
  'site_not_found',
  'route_not_found',
  'vehicle_not_found',
  'vehicle_retired',
  'point_not_found',
  'point_closed',
  'nowhere',
  'part_above_whole',
] as const

export const mobileQueries = {
  routes: {
    can: 'rotation.read',
    input: z.object({
      on: isoDate,
      text: text(200).default(''),
      withPast: z.boolean().default(false),
      siteId: id.nullable().default(null),
      ...pageInput,
    }),
    output: page(Route),
  },
  sessions: {
    can: 'rotation.read',
    input: SessionFilters.extend(pageInput),
    output: page(Session).extend({
      total: z.object({
        sessions: z.int(),
        done: z.int(),
        readers: z.int().nullable(),
        documents: z.int().nullable(),
      }),
    }),
  },
  /** Equipment of kind vehicle that is in use on the day. */
  vehicles: {
    can: 'rotation.read',
    input: z.object({ on: isoDate }),
    output: z.array(z.object({ id, name: z.string(), inventoryNumber: z.string() })),
  },
} as const satisfies Contract['queries']

export const mobileCommands = {
  addRoute: {
    can: 'rotation.write',
    input: RouteFields,
    output: changed,
    errors: ['site_not_found', 'vehicle_not_found', 'point_not_found', 'nowhere'],
    changes,
  },
  updateRoute: {
    can: 'rotation.write',
    input: RouteFields.extend({ id, rev }),
    output: changed,
    errors: ['route_not_found', 'site_not_found', 'vehicle_not_found', 'point_not_found', 'nowhere'],
    changes,
  },
  removeRoute: {
    can: 'rotation.write',
    input: one,
    output: changed,
    errors: ['route_not_found', 'route_used'],
    changes,
  },
  /** A session at each stop of the route on each day. */
  planRoute: {
    can: 'rotation.write',
    input: z.object({ routeId: id, days: z.array(isoDate).min(1).max(60) }),
    output: z.object({ ids: z.array(id), again: z.int() }),
    errors: [
      'route_not_found',
      'route_without_stops',
      'too_many_sessions',
      'vehicle_not_found',
      'vehicle_retired',
      'point_closed',
    ],
    changes,
  },
  addSession: {
    can: 'rotation.write',
    input: SessionFields.extend({ state: z.enum(sessionStates).default('planned') }),
    output: changed,
    errors: [...wrongSession, 'in_future'],
    changes,
  },
  updateSession: {
    can: 'rotation.write',
    input: SessionFields.extend({ id, rev, state: z.enum(sessionStates) }),
    output: changed,
    errors: ['session_not_found', ...wrongSession, 'in_future'],
    changes,
  },
  removeSession: {
    can: 'rotation.write',
    input: one,
    output: changed,
    errors: ['session_not_found'],
    changes,
  },
  /** Planned ones that took place, as they were planned; or back again. */
  setSessionState: {
    can: 'rotation.write',
    input: z.object({ ids: z.array(id).min(1).max(mostSessions), state: z.enum(sessionStates) }),
    output: z.object({ sessions: z.int() }),
    errors: ['session_not_found', 'in_future'],
    changes,
  },
} as const satisfies Contract['commands']
