import { demoLibrary } from '../../shared/demo/rules.ts'
import type { Reply } from '../../shared/contract.ts'
import { type Role, roles } from '../../shared/users/rules.ts'
import type { Host } from './host.ts'
import { perform } from './perform.ts'

export const demoPassword = 'demo-demo'

/** Demo people, one of each role, named as the sign-in page shows them. */
const people = {
  cataloguer: { username: 'bienmuc', name: 'Trần Thị Hạnh' },
  digitizer: { username: 'sohoa', name: 'Lê Quang Minh' },
  activities: { username: 'phongtrao', name: 'Phạm Thu Thủy' },
  desk: { username: 'quay', name: 'Hoàng Văn Đức' },
  director: { username: 'giamdoc', name: demoLibrary.signerName },
  reader: { username: 'xem', name: 'Đỗ Mai Anh' },
}

export function demoUsername(role: Role): string {
  return role === 'administrator' ? 'admin' : people[role].username
}

/** A believable library in an empty folder, made by the commands that a person would use. */
export async function fillDemo(
  host: Host,
  input: { titles: number; seed: number },
  tell: (line: string) => void,
): Promise<Reply> {
  const anyone = { username: '', password: '' }
  const admin = { username: demoUsername('administrator'), password: demoPassword }
  const { name, provinceCode, formerProvinceCode, site } = demoLibrary
  const setUp = await perform(
    host,
    {
      ...anyone,
      operation: 'users.setUp',
      input: {
        libraryName: name,
        provinceCode,
        formerProvinceCode,
        site,
        language: 'vi',
        name: 'Nguyễn Quản Trị',
        ...admin,
      },
    },
    () => undefined,
  )
  if (!setUp.ok) return setUp
  for (const role of roles) {
    if (role === 'administrator') continue
    await perform(
      host,
      { ...admin, operation: 'users.add', input: { ...people[role], role, password: demoPassword } },
      () => undefined,
    )
  }
  let last = ''
  return perform(
    host,
    { ...admin, operation: 'demo.fill', input: { ...input, withDigitization: true } },
    ({ done, total }) => {
      const line = `Nhan đề và bản / titles with copies: ${done}/${total ?? '?'}`
      // What follows the titles counts no more of them.
      if (line !== last) tell(line)
      last = line
    },
  )
}
