import { among, by, type ExamplesOf } from '../example.ts'
import { bookDay, ownType, planned, thousands } from './activity-steps.ts'

type Settings = Pick<
  ExamplesOf<'activities'>,
  | 'types'
  | 'addType'
  | 'updateType'
  | 'removeType'
  | 'campaigns'
  | 'addCampaign'
  | 'updateCampaign'
  | 'removeCampaign'
  | 'repeatCampaign'
  | 'takeBackRepeat'
>

const own = { name: 'Đọc sách cho bà', group: 'reading' } as const
const campaign = { name: 'Hè đọc sách', kind: 'campaign', year: 2026 } as const
const emptyChoice = { key: 'room', kind: 'choice', label: 'Phòng' } as const
const guests = { key: 'guests', kind: 'number', label: 'Số khách' } as const

const inBookDay = by('activities', 'activities.add', { ...planned, campaignIds: [1] })
const repeated = by('activities', 'activities.repeatCampaign', { id: 1, rev: 1, year: 2027 })

export const settings: Settings = {
  types: [
    {
      name: 'are thirty-two until the library adds its own',
      as: 'reader',
      before: [ownType],
      input: {},
      answers: among(
        { code: 'E01', isDeclared: true, feeds: ['display', 'congress'] },
        { code: 'L01', isDeclared: false, name: own.name },
      ),
    },
  ],
  addType: [
    {
      name: 'adds one with fields of its own',
      as: 'administrator',
      input: { ...own, feeds: ['promotion'], proof: ['photo'], ownFields: [guests] },
      answers: { code: 'L01', feeds: ['promotion'], fields: [{ key: 'guests', isOwn: true }] },
    },
    {
      name: 'keeps names apart',
      as: 'administrator',
      before: [ownType],
      input: { ...own, name: 'ĐỌC SÁCH CHO BÀ' },
      refuses: 'duplicate_type',
    },
    {
      name: 'offers something to choose',
      as: 'administrator',
      input: { ...own, ownFields: [emptyChoice] },
      refuses: 'choices_missing',
    },
  ],
  updateType: [
    {
      name: 'renames and hides, and leaves what it counts as',
      as: 'administrator',
      input: { code: 'E01', rev: 1, name: 'Triển lãm', group: 'holdings', isHidden: true, proof: ['photo'] },
      answers: { code: 'E01', rev: 2, name: 'Triển lãm', group: 'reading', isHidden: true, proof: ['photo'] },
    },
    {
      name: 'finds nothing',
      as: 'administrator',
      input: { ...own, code: 'E99', rev: 1 },
      refuses: 'type_not_found',
    },
    {
      name: 'keeps names apart',
      as: 'administrator',
      before: [ownType],
      input: { ...own, code: 'E01', rev: 1 },
      refuses: 'duplicate_type',
    },
    {
      name: 'offers something to choose',
      as: 'administrator',
      input: { group: 'reading', code: 'E01', rev: 1, ownFields: [emptyChoice] },
      refuses: 'choices_missing',
    },
    {
      name: 'keeps a field that was answered',
      as: 'administrator',
      before: [
        by('administrator', 'activities.updateType', {
          code: 'E03',
          rev: 1,
          group: 'reading',
          ownFields: [guests],
        }),
        by('activities', 'activities.add', { ...planned, details: { guests: 12 } }),
      ],
      input: { code: 'E03', rev: 2, group: 'reading', ownFields: [] },
      refuses: 'field_in_use',
    },
    {
      name: 'needs a name for a type of its own',
      as: 'administrator',
      before: [ownType],
      input: { code: 'L01', rev: 1, group: 'reading' },
      refuses: 'name_missing',
    },
  ],
  removeType: [
    {
      name: 'takes away one that nobody used',
      as: 'administrator',
      before: [ownType],
      input: { code: 'L01', rev: 1 },
      answers: { code: 'L01' },
    },
    { name: 'finds nothing', as: 'administrator', input: { code: 'L01', rev: 1 }, refuses: 'type_not_found' },
    {
      name: 'leaves those of the program',
      as: 'administrator',
      input: { code: 'E01', rev: 1 },
      refuses: 'type_declared',
    },
    {
      name: 'leaves one that is used',
      as: 'administrator',
      before: [ownType, by('activities', 'activities.add', { ...planned, typeCode: 'L01' })],
      input: { code: 'L01', rev: 1 },
      refuses: 'type_in_use',
    },
  ],
  campaigns: [
    {
      name: 'are told with what they came to',
      as: 'reader',
      before: [
        bookDay,
        by('activities', 'activities.add', {
          ...planned,
          state: 'done',
          campaignIds: [1],
          copiesGiven: 50,
          sessions: [{ on: '2026-04-21', attended: 200 }],
        }),
      ],
      input: {},
      answers: { rows: [{ id: 1, activities: 1, held: 1, attended: 200, copiesGiven: 50 }], next: null },
    },
  ],
  addCampaign: [
    {
      name: 'adds one of a year',
      as: 'activities',
      input: campaign,
      answers: { id: 1, year: 2026, activities: 0 },
    },
    {
      name: 'keeps them apart',
      as: 'activities',
      before: [by('activities', 'activities.addCampaign', campaign)],
      input: campaign,
      refuses: 'duplicate_campaign',
    },
    {
      name: 'counts by year',
      as: 'activities',
      input: { ...campaign, year: null },
      refuses: 'campaign_needs_year',
    },
  ],
  repeatCampaign: [
    {
      name: 'plans anew what was done in it',
      as: 'activities',
      before: [bookDay, by('activities', 'activities.add', { ...planned, campaignIds: [1] })],
      input: { id: 1, rev: 1, year: 2027 },
      answers: { id: 2, year: 2027, activities: 1, held: 0 },
    },
    {
      name: 'is of a campaign that is there',
      as: 'activities',
      input: { id: 1, rev: 1, year: 2027 },
      refuses: 'campaign_not_found',
    },
    {
      name: 'is done once for a year',
      as: 'activities',
      before: [bookDay],
      input: { id: 1, rev: 1, year: 2026 },
      refuses: 'duplicate_campaign',
    },
    {
      name: 'has no meaning for what runs for years',
      as: 'activities',
      before: [by('activities', 'activities.addCampaign', { name: 'Đề án', kind: 'programme', year: null })],
      input: { id: 1, rev: 1, year: 2027 },
      refuses: 'campaign_without_year',
    },
    {
      name: 'has an end',
      as: 'activities',
      before: [bookDay],
      upset: [
        ...thousands,
        'insert into activityCampaign (activityId, campaignId) select id, 1 from activity',
      ],
      input: { id: 1, rev: 1, year: 2027 },
      refuses: 'campaign_too_large',
    },
  ],
  takeBackRepeat: [
    {
      name: 'takes back what was planned',
      as: 'activities',
      before: [bookDay, inBookDay, repeated],
      input: { id: 2, rev: 1 },
      answers: { id: 2 },
    },
    {
      name: 'is of a campaign that is there',
      as: 'activities',
      input: { id: 1, rev: 1 },
      refuses: 'campaign_not_found',
    },
    {
      name: 'leaves what somebody has worked on',
      as: 'activities',
      before: [
        bookDay,
        inBookDay,
        repeated,
        by('activities', 'activities.update', {
          ...planned,
          id: 2,
          rev: 1,
          campaignIds: [2],
          sessions: [{ on: '2027-11-05' }],
        }),
      ],
      input: { id: 2, rev: 1 },
      refuses: 'repeat_begun',
    },
  ],
  updateCampaign: [
    {
      name: 'renames it',
      as: 'activities',
      before: [bookDay],
      input: { ...campaign, id: 1, rev: 1 },
      answers: { rev: 2, name: 'Hè đọc sách' },
    },
    {
      name: 'finds nothing',
      as: 'activities',
      input: { ...campaign, id: 404, rev: 1 },
      refuses: 'campaign_not_found',
    },
    {
      name: 'keeps them apart',
      as: 'activities',
      before: [bookDay, by('activities', 'activities.addCampaign', campaign)],
      input: { ...campaign, id: 1, rev: 1 },
      refuses: 'duplicate_campaign',
    },
    {
      name: 'counts by year',
      as: 'activities',
      before: [bookDay],
      input: { ...campaign, year: null, id: 1, rev: 1 },
      refuses: 'campaign_needs_year',
    },
  ],
  removeCampaign: [
    {
      name: 'takes away one that is empty',
      as: 'activities',
      before: [bookDay],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'activities', input: { id: 404, rev: 1 }, refuses: 'campaign_not_found' },
    {
      name: 'leaves one that is used',
      as: 'activities',
      before: [bookDay, by('activities', 'activities.add', { ...planned, campaignIds: [1] })],
      input: { id: 1, rev: 1 },
      refuses: 'campaign_in_use',
    },
  ],
}
