import { by, type Example, type ExamplesOf } from '../example.ts'
import {
  retiredVehicle,
  held,
  route,
  session,
  withRoute,
  withSession,
  withVehicle,
} from './rotation-steps.ts'

type Verbs =
  | 'routes'
  | 'sessions'
  | 'vehicles'
  | 'addRoute'
  | 'updateRoute'
  | 'removeRoute'
  | 'planRoute'
  | 'addSession'
  | 'updateSession'
  | 'removeSession'
  | 'setSessionState'

const as = 'cataloguer'
const planned = by(as, 'rotation.planRoute', { routeId: 1, days: ['2026-10-12'] })
/** What a new route and a changed one are refused for alike. */
const wrongRoute = {
  site_not_found: { ...route, siteId: 404 },
  vehicle_not_found: { ...route, vehicleId: 2 },
  point_not_found: { ...route, stops: [{ pointId: 404 }] },
  nowhere: { ...route, stops: [{}] },
}
const routeCodes = Object.keys(wrongRoute) as (keyof typeof wrongRoute)[]
/** And a session, on the day after its vehicle was retired. */
const wrongSession = {
  site_not_found: { ...session, siteId: 404 },
  route_not_found: { ...session, routeId: 404 },
  vehicle_not_found: { ...session, vehicleId: 2 },
  vehicle_retired: { ...session, vehicleId: 1 },
  point_not_found: { ...session, pointId: 404 },
  point_closed: { ...session, on: '2018-01-01', pointId: 1 },
  nowhere: { ...session, place: '' },
  part_above_whole: { ...held, disabled: 76 },
  in_future: { ...session, on: '2099-01-01' },
} as const
const sessionCodes = Object.keys(wrongSession) as (keyof typeof wrongSession)[]

export const mobileExamples: Pick<ExamplesOf<'rotation'>, Verbs> = {
  routes: [
    {
      name: 'are told with their stops in order',
      as: 'reader',
      before: withRoute,
      input: { on: '2026-10-01' },
      answers: {
        rows: [
          {
            id: 1,
            vehicleName: 'Xe thư viện lưu động',
            stops: [{ pointName: 'Thư viện xã Hồng Phong' }, { place: 'Trường Tiểu học Hòa Bình' }],
          },
        ],
        next: null,
      },
    },
  ],
  sessions: [
    {
      name: 'are told with their sums, of which blank is none',
      as: 'reader',
      before: [by(as, 'rotation.addSession', held), withSession],
      input: { from: '2026-10-01', to: '2026-10-31' },
      answers: {
        rows: [
          { id: 1, state: 'done', readers: 75 },
          { id: 2, state: 'planned', readers: null },
        ],
        total: { sessions: 2, done: 1, readers: 75, documents: 180 },
      },
    },
  ],
  vehicles: [
    {
      name: 'are those in use on the day',
      as: 'reader',
      before: [withVehicle],
      input: { on: '2026-10-01' },
      answers: [{ id: 1, inventoryNumber: 'XE-01' }],
    },
  ],
  addRoute: [
    { name: 'is added with its stops', as, before: withRoute, input: route, answers: { id: 2 } },
    ...routeCodes.map((code): Example<'rotation.addRoute'> => ({
      name: `is refused: ${code}`,
      as,
      before: withRoute,
      input: wrongRoute[code],
      refuses: code,
    })),
  ],
  updateRoute: [
    { name: 'is changed', as, before: withRoute, input: { ...route, id: 1, rev: 1 }, answers: { id: 1 } },
    { name: 'finds nothing', as, input: { ...route, id: 404, rev: 1 }, refuses: 'route_not_found' },
    ...routeCodes.map((code): Example<'rotation.updateRoute'> => ({
      name: `is refused: ${code}`,
      as,
      before: withRoute,
      input: { ...wrongRoute[code], id: 1, rev: 1 },
      refuses: code,
    })),
  ],
  removeRoute: [
    { name: 'goes', as, before: withRoute, input: { id: 1, rev: 1 }, answers: { id: 1 } },
    { name: 'finds nothing', as, input: { id: 404, rev: 1 }, refuses: 'route_not_found' },
    {
      name: 'stays where it was driven',
      as,
      before: [...withRoute, planned],
      input: { id: 1, rev: 1 },
      refuses: 'route_used',
    },
  ],
  planRoute: [
    {
      name: 'makes a session of each stop',
      as,
      before: withRoute,
      input: { routeId: 1, days: ['2026-12-01', '2026-12-08'] },
      answers: { ids: [1, 2, 3, 4], again: 0 },
    },
    {
      name: 'makes none twice',
      as,
      before: [...withRoute, planned],
      input: { routeId: 1, days: ['2026-10-12'] },
      answers: { ids: [], again: 2 },
    },
    { name: 'finds nothing', as, input: { routeId: 404, days: ['2026-12-01'] }, refuses: 'route_not_found' },
    {
      name: 'goes nowhere',
      as,
      before: [...withRoute, by(as, 'rotation.addRoute', { name: 'Tuyến mới', siteId: 1 })],
      input: { routeId: 2, days: ['2026-12-01'] },
      refuses: 'route_without_stops',
    },
    {
      name: 'is no whole year at once',
      as,
      before: [
        ...withRoute,
        by(as, 'rotation.addRoute', {
          name: 'Tuyến dài',
          siteId: 1,
          stops: Array.from({ length: 20 }, (_, at) => ({ place: `Nơi ${at}` })),
        }),
      ],
      input: {
        routeId: 2,
        days: Array.from({ length: 31 }, (_, at) => `2026-12-${String(at + 1).padStart(2, '0')}`),
      },
      refuses: 'too_many_sessions',
    },
    {
      name: 'has a vehicle',
      as,
      before: withRoute,
      upset: ["update equipment set kind = 'other' where id = 1"],
      input: { routeId: 1, days: ['2026-12-01'] },
      refuses: 'vehicle_not_found',
    },
    {
      name: 'has a vehicle in use',
      as,
      before: [...withRoute, retiredVehicle],
      input: { routeId: 1, days: ['2026-12-01'] },
      refuses: 'vehicle_retired',
    },
    {
      name: 'stops at points that serve',
      as,
      before: withRoute,
      upset: ["update servicePoint set closedOn = '2026-11-01' where id = 1"],
      input: { routeId: 1, days: ['2026-12-01'] },
      refuses: 'point_closed',
    },
  ],
  addSession: [
    { name: 'is added as it was held', as, input: held, answers: { id: 1 } },
    ...sessionCodes.map((code): Example<'rotation.addSession'> => ({
      name: `is refused: ${code}`,
      as,
      before: [...withRoute, retiredVehicle],
      input: { ...wrongSession[code], state: 'done' },
      refuses: code,
    })),
  ],
  updateSession: [
    {
      name: 'is put right',
      as,
      before: [withSession],
      input: { ...held, id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as, input: { ...held, id: 404, rev: 1 }, refuses: 'session_not_found' },
    ...sessionCodes.map((code): Example<'rotation.updateSession'> => ({
      name: `is refused: ${code}`,
      as,
      before: [...withRoute, retiredVehicle, withSession],
      input: { ...wrongSession[code], id: 1, rev: 1, state: 'done' },
      refuses: code,
    })),
  ],
  removeSession: [
    { name: 'goes', as, before: [withSession], input: { id: 1, rev: 1 }, answers: { id: 1 } },
    { name: 'finds nothing', as, input: { id: 404, rev: 1 }, refuses: 'session_not_found' },
  ],
  setSessionState: [
    {
      name: 'says of planned ones that they were held',
      as,
      before: [withSession],
      input: { ids: [1], state: 'done' },
      answers: { sessions: 1 },
    },
    { name: 'finds nothing', as, input: { ids: [404], state: 'done' }, refuses: 'session_not_found' },
    {
      name: 'was not held tomorrow',
      as,
      before: [by(as, 'rotation.addSession', { ...session, on: '2099-01-01' })],
      input: { ids: [1], state: 'done' },
      refuses: 'in_future',
    },
  ],
}
