import { join } from 'node:path'
import { by, type ExamplesOf } from '../example.ts'
import {
  added,
  disk,
  marked,
  marking,
  onFreshDisk,
  registered,
  retired,
  volume,
} from './preservation-steps.ts'

type VolumeVerb =
  | 'volumes'
  | 'volume'
  | 'copies'
  | 'standing'
  | 'setRule'
  | 'addVolume'
  | 'updateVolume'
  | 'retireVolume'
  | 'removals'
  | 'removeCopies'
  | 'takeBackRemoval'
  | 'markVolume'
  | 'registerCopies'
  | 'checkFixity'
  | 'reportVolume'
  | 'labelVolume'

const removing = { volumeId: 1, ids: [1, 2], on: '2026-01-05', reason: 'Đĩa chuyển sang việc khác' }
const removed = [...registered, by('digitizer', 'preservation.removeCopies', removing)]

export const preservationVolumes = {
  volumes: [
    {
      name: 'are known by what is written on them, and where they are attached',
      as: 'director',
      before: registered,
      input: {},
      answers: [{ code: 'OD-01', attachedAt: disk, copies: 3, single: 3, due: 0, missing: 0 }],
    },
    {
      name: 'that were never marked are not attached',
      as: 'cataloguer',
      before: [added],
      input: {},
      answers: [{ code: 'OD-01', markedAt: null, attachedAt: null, copies: 0, dueOn: null }],
    },
  ],
  volume: [
    {
      name: 'tells what each check of it came to',
      as: 'digitizer',
      before: registered,
      input: { id: 1 },
      answers: { code: 'OD-01', runs: [{ checked: 3, matched: 3, mismatched: 0 }] },
    },
    { name: 'is on the list', as: 'digitizer', input: { id: 1 }, refuses: 'volume_not_found' },
  ],
  copies: [
    {
      name: 'are listed with how many sound ones there are of each',
      as: 'director',
      before: registered,
      input: { volumeId: 1, view: 'single', limit: 1 },
      answers: {
        rows: [{ id: 1, path: 'SH000001/SH000001_0001.tif', state: 'matched', soundCopies: 1 }],
        next: '1',
      },
    },
    {
      name: 'are asked for by what is wrong with them',
      as: 'digitizer',
      before: registered,
      input: { volumeId: 1, view: 'troubled' },
      answers: { rows: [], next: null },
    },
    {
      name: 'are asked for by when they are due',
      as: 'digitizer',
      before: registered,
      input: { volumeId: 1, view: 'due', cursor: '2' },
      answers: { rows: [], next: null },
    },
    { name: 'are those of a disk', as: 'digitizer', input: { volumeId: 1 }, refuses: 'volume_not_found' },
  ],
  removals: [
    {
      name: 'are told with their reason, the last one first',
      as: 'director',
      before: removed,
      input: { volumeId: 1 },
      answers: [{ id: 1, removedOn: '2026-01-05', reason: 'Đĩa chuyển sang việc khác', copies: 2 }],
    },
    { name: 'are those of a disk', as: 'digitizer', input: { volumeId: 1 }, refuses: 'volume_not_found' },
  ],
  removeCopies: [
    {
      name: 'says that copies were taken off a disk on purpose',
      as: 'digitizer',
      before: registered,
      input: removing,
      answers: { id: 1, volumeId: 1, copies: 2, takenBackOn: null },
    },
    { name: 'is of a disk', as: 'digitizer', input: removing, refuses: 'volume_not_found' },
    {
      name: 'removes nothing twice',
      as: 'digitizer',
      before: removed,
      input: removing,
      refuses: 'copy_not_found',
    },
    {
      name: 'speaks of what has happened',
      as: 'digitizer',
      before: registered,
      input: { ...removing, on: '2199-01-01' },
      refuses: 'removed_in_future',
    },
  ],
  takeBackRemoval: [
    {
      name: 'has the copies count again',
      as: 'digitizer',
      before: removed,
      input: { id: 1 },
      answers: { id: 1, copies: 2 },
    },
    { name: 'is of a removal', as: 'digitizer', input: { id: 1 }, refuses: 'removal_not_found' },
  ],
  standing: [
    {
      name: 'tells what hangs on one disk',
      as: 'director',
      before: registered,
      input: {},
      answers: {
        files: 3,
        safe: 0,
        single: 3,
        none: 0,
        troubled: 0,
        due: 0,
        rule: { months: 12, copies: 2 },
      },
    },
  ],
  setRule: [
    {
      name: 'settles how often copies are checked and how many there should be',
      as: 'digitizer',
      input: { months: 6, copies: 3 },
      answers: { months: 6, copies: 3 },
    },
  ],
  addVolume: [
    {
      name: 'puts a disk on the list, with a mark to be written on it',
      as: 'digitizer',
      input: volume,
      answers: { id: 1, rev: 1, ...volume, markedAt: null, attachedAt: null, retiredOn: null },
    },
    {
      name: 'gives no two disks one code',
      as: 'digitizer',
      before: [added],
      input: { ...volume, name: 'Ổ cứng 2' },
      refuses: 'duplicate_code',
    },
  ],
  updateVolume: [
    {
      name: 'moves a disk to another cupboard',
      as: 'digitizer',
      before: [added],
      input: { ...volume, id: 1, rev: 1, place: 'Tủ 3', months: 6, capacityBytes: 2e12 },
      answers: { rev: 2, place: 'Tủ 3', months: 6, capacityBytes: 2e12 },
    },
    {
      name: 'changes what is on the list only',
      as: 'digitizer',
      input: { ...volume, id: 1, rev: 1 },
      refuses: 'volume_not_found',
    },
    {
      name: 'gives no two disks one code',
      as: 'digitizer',
      before: [added, by('digitizer', 'preservation.addVolume', { ...volume, code: 'OD-02' })],
      input: { ...volume, id: 2, rev: 1 },
      refuses: 'duplicate_code',
    },
  ],
  retireVolume: [
    {
      name: 'puts a disk away for good',
      as: 'digitizer',
      before: [added],
      input: { id: 1, rev: 1, on: '2026-01-31' },
      answers: { rev: 2, retiredOn: '2026-01-31' },
    },
    {
      name: 'puts away what is on the list only',
      as: 'digitizer',
      input: { id: 1, rev: 1, on: null },
      refuses: 'volume_not_found',
    },
  ],
  markVolume: [
    {
      name: 'writes one small file on the disk',
      as: 'digitizer',
      before: [added],
      input: onFreshDisk,
      answers: { rev: 2, attachedAt: disk },
    },
    { name: 'marks what is on the list only', as: 'digitizer', input: marking, refuses: 'volume_not_found' },
    {
      name: 'takes no half of a path',
      as: 'digitizer',
      before: [added],
      input: { ...marking, path: 'E' },
      refuses: 'path_not_absolute',
    },
    {
      name: 'asks for a disk that is there',
      as: 'digitizer',
      before: [added],
      input: { ...marking, path: join(disk, 'khong-co') },
      refuses: 'path_unreadable',
    },
    {
      name: 'says that a disk takes no writing',
      as: 'digitizer',
      before: [added],
      input: { ...marking, path: '/proc' },
      refuses: 'path_readonly',
    },
    {
      name: 'writes over no other mark',
      as: 'digitizer',
      before: [...marked, by('digitizer', 'preservation.addVolume', { ...volume, code: 'OD-02' })],
      input: { ...marking, id: 2 },
      refuses: 'foreign_mark',
    },
  ],
  registerCopies: [
    {
      name: 'knows copies by their contents',
      as: 'digitizer',
      before: registered,
      input: { volumeId: 1 },
      answers: { volumeId: 1, files: 3, added: 0, known: 3, strangers: 0, isWhole: true },
    },
    {
      name: 'reads what is on the list only',
      as: 'digitizer',
      input: { volumeId: 1 },
      refuses: 'volume_not_found',
    },
    {
      name: 'waits for the disk',
      as: 'digitizer',
      before: [added],
      input: { volumeId: 1 },
      refuses: 'volume_not_attached',
    },
    {
      name: 'leaves a disk that is out of use alone',
      as: 'digitizer',
      before: retired,
      input: { volumeId: 1 },
      refuses: 'volume_retired',
    },
  ],
  checkFixity: [
    {
      name: 'reads every copy and compares it with its sum',
      as: 'digitizer',
      before: registered,
      input: { volumeId: 1, minutes: 60 },
      answers: {
        volumeId: 1,
        checked: 3,
        matched: 3,
        mismatched: 0,
        left: 0,
        isWhole: true,
        isOutOfTime: false,
      },
    },
    {
      name: 'checks what is on the list only',
      as: 'digitizer',
      input: { volumeId: 1 },
      refuses: 'volume_not_found',
    },
    {
      name: 'waits for the disk, and takes none of its copies for lost',
      as: 'digitizer',
      before: [added],
      input: { volumeId: 1 },
      refuses: 'volume_not_attached',
    },
    {
      name: 'leaves a disk that is out of use alone',
      as: 'digitizer',
      before: retired,
      input: { volumeId: 1 },
      refuses: 'volume_retired',
    },
  ],
  reportVolume: [
    {
      name: 'puts the state of a disk on paper',
      as: 'director',
      before: registered,
      input: { id: 1, format: 'docx' },
      answers: { file: { name: 'suc-khoe-dia-od-01.docx' } },
    },
    {
      name: 'is of a disk on the list',
      as: 'director',
      input: { id: 1, format: 'pdf' },
      refuses: 'volume_not_found',
    },
  ],
  labelVolume: [
    {
      name: 'prints what is stuck on the case',
      as: 'cataloguer',
      before: [added],
      input: { id: 1 },
      answers: { file: { name: 'nhan-dia-od-01.pdf' } },
    },
    { name: 'is of a disk on the list', as: 'cataloguer', input: { id: 1 }, refuses: 'volume_not_found' },
  ],
} as const satisfies Pick<ExamplesOf<'preservation'>, VolumeVerb>
