import { foreignRecord, iso2709Of } from '../../support/marc-file.ts'
import { among, by, type ExamplesOf, type Given } from '../example.ts'

const koha = { name: 'Koha', source: 'Koha tỉnh' }
const unknownFile = { token: 'x'.repeat(24), name: 'mat.mrc', size: 1 }
const someRecords = () =>
  new Uint8Array(Buffer.concat([0, 1, 2].map((number) => iso2709Of(foreignRecord(number, 1)))))
const noMarc = () => new TextEncoder().encode('\u0000\u0001\u0002 không phải biểu ghi nào '.repeat(20))
const pooling = ({ file }: Given) => ({ name: 'Thư viện Quốc gia', file })
const pooled = by('cataloguer', 'interchange.addPool', pooling)
const savedProfile = by('cataloguer', 'interchange.saveProfile', { profile: koha })

type Verb =
  | 'profiles'
  | 'saveProfile'
  | 'removeProfile'
  | 'addPool'
  | 'pools'
  | 'searchPools'
  | 'poolRecord'
  | 'removePool'

export const interchangeBeside = {
  profiles: [
    {
      name: 'lists those that come with the program',
      as: 'cataloguer',
      input: {},
      answers: among({ id: null }),
    },
  ],
  saveProfile: [
    {
      name: 'keeps how another system is read',
      as: 'cataloguer',
      input: { profile: koha },
      answers: { id: 1, profile: koha },
    },
    {
      name: 'has one of that name',
      as: 'cataloguer',
      before: [savedProfile],
      input: { profile: koha },
      refuses: 'duplicate_name',
    },
    {
      name: 'has no such profile',
      as: 'cataloguer',
      input: { id: 9, profile: koha },
      refuses: 'profile_not_found',
    },
  ],
  removeProfile: [
    { name: 'lets one go', as: 'cataloguer', before: [savedProfile], input: { id: 1 }, answers: { id: 1 } },
    { name: 'has no such profile', as: 'cataloguer', input: { id: 9 }, refuses: 'profile_not_found' },
  ],
  addPool: [
    {
      name: 'keeps another library’s records beside the catalogue',
      as: 'cataloguer',
      file: someRecords,
      input: pooling,
      answers: { records: 3, unread: 0 },
    },
    { name: 'has no file', as: 'cataloguer', input: { name: 'x', file: unknownFile }, refuses: 'file_gone' },
    {
      name: 'cannot read whatever it is',
      as: 'cataloguer',
      file: noMarc,
      input: pooling,
      refuses: 'source_unreadable',
    },
    {
      name: 'has one of that name',
      as: 'cataloguer',
      file: someRecords,
      before: [pooled],
      input: pooling,
      refuses: 'duplicate_name',
    },
  ],
  pools: [
    {
      name: 'lists them',
      as: 'reader',
      file: someRecords,
      before: [pooled],
      input: {},
      answers: [{ id: 1, records: 3 }],
    },
  ],
  searchPools: [
    {
      name: 'finds a record by a few words without marks',
      as: 'reader',
      file: someRecords,
      before: [pooled],
      input: { text: 'gieng lang' },
      answers: [{ poolName: 'Thư viện Quốc gia', title: 'Giếng làng thì thầm', titleId: null }],
    },
  ],
  poolRecord: [
    {
      name: 'hands a record over',
      as: 'cataloguer',
      file: someRecords,
      before: [pooled],
      input: { id: 1 },
      answers: { id: 1 },
    },
    { name: 'has no such record', as: 'cataloguer', input: { id: 9 }, refuses: 'record_not_found' },
  ],
  removePool: [
    {
      name: 'lets one go',
      as: 'cataloguer',
      file: someRecords,
      before: [pooled],
      input: { id: 1 },
      answers: { id: 1 },
    },
    { name: 'has no such pool', as: 'cataloguer', input: { id: 9 }, refuses: 'pool_not_found' },
  ],
} satisfies Pick<ExamplesOf<'interchange'>, Verb>
