import { expect, test } from 'vitest'
import { ImportProfile, readyProfile } from '../../shared/interchange/contract.ts'
import { fittingProfile } from './fitting-profile.ts'

const koha = { id: null, code: 'koha', profile: readyProfile('koha', 'Koha') }
const libol = { id: null, code: 'libol', profile: readyProfile('libol', 'Libol') }
const ready = [koha, libol]
const columns = ['Số ĐKCB', 'Tên sách', 'Giá tiền'].map((header) => ({ header, target: 'note' as const }))
const register = { id: 1, code: '', profile: ImportProfile.parse({ name: 'Sổ cơ sở 2', columns }) }
const ours = { id: 2, code: '', profile: { ...koha.profile, name: 'Koha cơ sở 2' } }

test('the ready profile that looking names, unless the library has its own for such copies', () => {
  expect(fittingProfile({ profile: 'koha', headers: [] }, { own: [register], ready })).toBe(koha)
  expect(fittingProfile({ profile: 'koha', headers: [] }, { own: [register, ours], ready })).toBe(ours)
  expect(fittingProfile({ profile: 'libol', headers: [] }, { own: [ours], ready })).toBe(libol)
})

test('a table is known again by its heads, however they are written', () => {
  const of = (...headers: string[]) => fittingProfile({ profile: null, headers }, { own: [register], ready })
  expect(of('so dkcb', 'TÊN SÁCH', 'Giá tiền')).toBe(register)
  expect(of('Số ĐKCB', 'Nhan đề', 'Năm')).toBeUndefined()
  expect(of()).toBeUndefined()
})
