import { among, by, type ExamplesOf } from '../example.ts'
import { bookDay, display, displayed, planned, plannedOne, thousands, type Fields } from './activity-steps.ts'
import { settings } from './activity-settings.ts'
import { evidence } from './activity-evidence.ts'

const refused = {
  type_not_found: { ...planned, typeCode: 'E99' },
  site_not_found: { ...planned, siteId: 404 },
  campaign_not_found: { ...planned, campaignIds: [404] },
  partner_not_found: { ...planned, partnerIds: [404] },
  title_not_found: { ...planned, titleIds: [404] },
  detail_wrong: { ...planned, typeCode: 'E12', details: { direction: 'sideways' } },
  held_in_future: { ...planned, state: 'done', sessions: [{ on: '2199-01-01' }] },
  nothing_held: { ...planned, state: 'done', sessions: [{ on: '2026-11-05', state: 'dropped' }] },
  sessions_overlap: {
    ...planned,
    sessions: [
      { on: '2026-11-05', startTime: '08:00', endTime: '10:00' },
      { on: '2026-11-05', startTime: '09:30', endTime: '11:00' },
    ],
  },
} satisfies Record<string, Fields>
const outside = { ...planned, campaignIds: [1], sessions: [{ on: '2025-04-21' }] }

export const activities: ExamplesOf<'activities'> = {
  ...settings,
  ...evidence,
  list: [
    {
      name: 'shows the newest day first',
      as: 'reader',
      before: [
        plannedOne,
        by('activities', 'activities.add', { ...planned, sessions: [{ on: '2026-12-01' }] }),
      ],
      input: {},
      answers: { rows: [{ id: 2 }, { id: 1 }], next: null },
    },
    {
      name: 'finds words without their marks, within filters',
      as: 'reader',
      before: [displayed, plannedOne],
      input: {
        text: 'truong sa',
        typeCode: 'E01',
        state: 'done',
        proof: 'missing',
        from: '2026-10-01',
        to: '2026-12-31',
      },
      answers: { rows: [{ id: 1, attended: 120 }], next: null },
    },
    {
      name: 'takes no cursor of another list',
      as: 'reader',
      input: { cursor: 'first' },
      refuses: 'invalid_input',
    },
  ],
  facets: [
    {
      name: 'count what the filters leave',
      as: 'reader',
      before: [displayed, plannedOne],
      input: { group: 'reading' },
      answers: {
        types: [
          { value: 'E01', count: 1 },
          { value: 'E03', count: 1 },
        ],
        states: among({ value: 'planned', count: 1 }),
        total: 2,
        isExact: true,
      },
    },
  ],
  activity: [
    {
      name: 'is told with its sessions',
      as: 'reader',
      before: [displayed],
      input: { id: 1 },
      answers: {
        name: display.name,
        state: 'done',
        heldCount: 1,
        proof: 'missing',
        sessions: [{ id: 1, children: 40 }],
      },
    },
    { name: 'is not there', as: 'reader', input: { id: 404 }, refuses: 'activity_not_found' },
  ],
  calendar: [
    {
      name: 'has a few sessions of each day',
      as: 'reader',
      before: [plannedOne, by('activities', 'activities.add', planned)],
      input: { from: '2026-11-05', days: 2, perDay: 1 },
      answers: {
        days: [
          { on: '2026-11-05', items: [{ activityId: 1 }], hasMore: true },
          { on: '2026-11-06', items: [], hasMore: false },
        ],
      },
    },
  ],
  impact: [
    {
      name: 'says which figures a record moves before it is saved',
      as: 'activities',
      input: { fields: { ...display, state: 'done' } },
      answers: {
        lines: [
          { code: 'M2c.12a', before: 0, after: 1, quarter: { year: 2026, quarter: 4 } },
          { code: 'M2c.12b', after: 300 },
          { code: 'M2c.12c', after: 120 },
        ],
        signed: [],
      },
    },
  ],
  add: [
    {
      name: 'takes an activity with its sessions',
      as: 'activities',
      input: { ...display, state: 'done' },
      answers: { id: 1, rev: 1, startsOn: '2026-11-05', attended: 120 },
    },
    {
      name: 'takes what overlaps, when it is meant',
      as: 'activities',
      input: { ...refused.sessions_overlap, accepted: ['sessions_overlap'] },
      answers: { sessionCount: 2 },
    },
    {
      name: 'knows no such type',
      as: 'activities',
      input: refused.type_not_found,
      refuses: 'type_not_found',
    },
    {
      name: 'knows no such site',
      as: 'activities',
      input: refused.site_not_found,
      refuses: 'site_not_found',
    },
    {
      name: 'knows no such campaign',
      as: 'activities',
      input: refused.campaign_not_found,
      refuses: 'campaign_not_found',
    },
    {
      name: 'knows no such partner',
      as: 'activities',
      input: refused.partner_not_found,
      refuses: 'partner_not_found',
    },
    {
      name: 'knows no such title',
      as: 'activities',
      input: refused.title_not_found,
      refuses: 'title_not_found',
    },
    {
      name: 'takes no choice that is not offered',
      as: 'activities',
      input: refused.detail_wrong,
      refuses: 'detail_wrong',
    },
    {
      name: 'believes in no future',
      as: 'activities',
      input: refused.held_in_future,
      refuses: 'held_in_future',
    },
    {
      name: 'needs something that was held',
      as: 'activities',
      input: refused.nothing_held,
      refuses: 'nothing_held',
    },
    {
      name: 'asks about hours that overlap',
      as: 'activities',
      input: refused.sessions_overlap,
      refuses: 'sessions_overlap',
    },
    {
      name: 'asks about a day outside the campaign',
      as: 'activities',
      before: [bookDay],
      input: outside,
      refuses: 'outside_campaign',
    },
    {
      name: 'takes no fewer people than their parts',
      as: 'activities',
      input: { ...planned, sessions: [{ on: '2026-11-05', attended: 10, children: 11 }] },
      refuses: 'invalid_input',
    },
    {
      name: 'takes no negative count',
      as: 'activities',
      input: { ...planned, sessions: [{ on: '2026-11-05', attended: -1 }] },
      refuses: 'invalid_input',
    },
  ],
  update: [
    {
      name: 'changes the sessions it has',
      as: 'activities',
      before: [displayed],
      input: {
        ...display,
        id: 1,
        rev: 1,
        state: 'done',
        sessions: [{ id: 1, on: '2026-11-06', state: 'held', attended: 150 }],
      },
      answers: { rev: 2, startsOn: '2026-11-06', attended: 150, sessions: [{ id: 1 }] },
    },
    {
      name: 'does not write over a newer version',
      as: 'activities',
      before: [plannedOne, by('activities', 'activities.update', { ...planned, id: 1, rev: 1 })],
      input: { ...planned, id: 1, rev: 1 },
      refuses: 'stale',
    },
    {
      name: 'finds nothing to change',
      as: 'activities',
      input: { ...planned, id: 404, rev: 1 },
      refuses: 'activity_not_found',
    },
    {
      name: 'knows no such type',
      as: 'activities',
      before: [plannedOne],
      input: { ...refused.type_not_found, id: 1, rev: 1 },
      refuses: 'type_not_found',
    },
    {
      name: 'knows no such site',
      as: 'activities',
      before: [plannedOne],
      input: { ...refused.site_not_found, id: 1, rev: 1 },
      refuses: 'site_not_found',
    },
    {
      name: 'knows no such campaign',
      as: 'activities',
      before: [plannedOne],
      input: { ...refused.campaign_not_found, id: 1, rev: 1 },
      refuses: 'campaign_not_found',
    },
    {
      name: 'knows no such partner',
      as: 'activities',
      before: [plannedOne],
      input: { ...refused.partner_not_found, id: 1, rev: 1 },
      refuses: 'partner_not_found',
    },
    {
      name: 'knows no such title',
      as: 'activities',
      before: [plannedOne],
      input: { ...refused.title_not_found, id: 1, rev: 1 },
      refuses: 'title_not_found',
    },
    {
      name: 'takes no choice that is not offered',
      as: 'activities',
      before: [plannedOne],
      input: { ...refused.detail_wrong, id: 1, rev: 1 },
      refuses: 'detail_wrong',
    },
    {
      name: 'believes in no future',
      as: 'activities',
      before: [plannedOne],
      input: { ...refused.held_in_future, id: 1, rev: 1 },
      refuses: 'held_in_future',
    },
    {
      name: 'needs something that was held',
      as: 'activities',
      before: [plannedOne],
      input: { ...refused.nothing_held, id: 1, rev: 1 },
      refuses: 'nothing_held',
    },
    {
      name: 'asks about hours that overlap',
      as: 'activities',
      before: [plannedOne],
      input: { ...refused.sessions_overlap, id: 1, rev: 1 },
      refuses: 'sessions_overlap',
    },
    {
      name: 'asks about a day outside the campaign',
      as: 'activities',
      before: [bookDay, plannedOne],
      input: { ...outside, id: 1, rev: 1 },
      refuses: 'outside_campaign',
    },
  ],
  markDone: [
    {
      name: 'turns a plan into what was done',
      as: 'activities',
      before: [plannedOne],
      input: { id: 1, rev: 1 },
      answers: { state: 'done', heldCount: 1, sessions: [{ state: 'held' }] },
    },
    { name: 'finds nothing', as: 'activities', input: { id: 404, rev: 1 }, refuses: 'activity_not_found' },
    {
      name: 'is done once',
      as: 'activities',
      before: [displayed],
      input: { id: 1, rev: 1 },
      refuses: 'already_done',
    },
    {
      name: 'waits for the day',
      as: 'activities',
      before: [by('activities', 'activities.add', { ...planned, sessions: [{ on: '2199-01-01' }] })],
      input: { id: 1, rev: 1 },
      refuses: 'held_in_future',
    },
    {
      name: 'needs a session',
      as: 'activities',
      before: [
        by('activities', 'activities.add', {
          ...planned,
          sessions: [{ on: '2026-11-05', state: 'dropped' }],
        }),
      ],
      input: { id: 1, rev: 1 },
      refuses: 'nothing_held',
    },
  ],
  remove: [
    {
      name: 'takes an activity out of lists and figures',
      as: 'activities',
      before: [displayed],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'activities', input: { id: 404, rev: 1 }, refuses: 'activity_not_found' },
  ],
  restore: [
    {
      name: 'brings it back',
      as: 'activities',
      before: [displayed, by('activities', 'activities.remove', { id: 1, rev: 1 })],
      input: { id: 1 },
      answers: { id: 1, rev: 3, attended: 120 },
    },
    {
      name: 'has nothing to bring back',
      as: 'activities',
      before: [displayed],
      input: { id: 1 },
      refuses: 'activity_not_found',
    },
  ],
  exportList: [
    {
      name: 'writes what the list shows',
      as: 'reader',
      before: [displayed, plannedOne],
      input: { filters: { state: 'done' }, format: 'csv' },
      answers: { rows: 1 },
    },
    {
      name: 'lays out a paper of what is found',
      as: 'reader',
      before: [displayed, plannedOne],
      input: { filters: { from: '2026-10-01', to: '2026-12-31' }, format: 'pdf' },
      answers: { rows: 2 },
    },
    {
      name: 'prints no more than anybody reads',
      as: 'reader',
      upset: thousands,
      input: { filters: {}, format: 'pdf' },
      refuses: 'too_many_to_print',
    },
  ],
}
