/** What a person may do; the engine asks in dispatch, the navigation asks the same table. */
export const permissions = [
  'activities.read',
  'activities.write',
  'association.read',
  'association.write',
  'backup.make',
  'catalogue.read',
  'catalogue.write',
  'cooperation.read',
  'cooperation.write',
  'copies.read',
  'copies.write',
  'counters.read',
  'counters.write',
  'demo.fill',
  'digitization.read',
  'digitization.work',
  'digitization.write',
  'facilities.read',
  'facilities.write',
  'indicators.read',
  'inspection.read',
  'inspection.work',
  'inspection.write',
  'interchange.exportAll',
  'interchange.import',
  'journal.read',
  'journal.verify',
  'labels.print',
  'merger.read',
  'merger.write',
  'plans.read',
  'plans.write',
  'network.read',
  'network.write',
  'preservation.read',
  'preservation.write',
  'products.read',
  'products.write',
  'readers.read',
  'readers.write',
  'registers.read',
  'registers.close',
  'reports.read',
  'reports.prepare',
  'reports.sign',
  'rotation.read',
  'rotation.write',
  'settings.read',
  'settings.manage',
  'staff.read',
  'staff.write',
  'stock.read',
  'stock.write',
  'stocktake.read',
  'stocktake.scan',
  'stocktake.write',
  'sync.read',
  'sync.deliver',
  'users.manage',
  'weeding.read',
  'weeding.write',
] as const
export type Permission = (typeof permissions)[number]

export const roles = [
  'administrator',
  'cataloguer',
  'digitizer',
  'activities',
  'desk',
  'director',
  'reader',
] as const
export type Role = (typeof roles)[number]

const everyone: Permission[] = [
  'activities.read',
  'catalogue.read',
  'cooperation.read',
  'copies.read',
  'counters.read',
  'digitization.read',
  'facilities.read',
  'indicators.read',
  'merger.read',
  'plans.read',
  'network.read',
  'products.read',
  'registers.read',
  'reports.read',
  'rotation.read',
  'settings.read',
  'staff.read',
  'stock.read',
  'stocktake.read',
  'sync.read',
  'weeding.read',
]

const permissionsByRole: Record<Role, readonly Permission[]> = {
  administrator: permissions.filter((permission) => permission !== 'reports.sign'),
  cataloguer: [
    ...everyone,
    'catalogue.write',
    'copies.write',
    'counters.write',
    'digitization.work',
    'inspection.read',
    'inspection.work',
    'interchange.import',
    'labels.print',
    'preservation.read',
    'products.write',
    'registers.close',
    'rotation.write',
    'stock.write',
    'stocktake.scan',
    'stocktake.write',
    'weeding.write',
  ],
  digitizer: [
    ...everyone,
    'digitization.work',
    'digitization.write',
    'inspection.read',
    'inspection.work',
    'inspection.write',
    'preservation.read',
    'preservation.write',
  ],
  activities: [
    ...everyone,
    'activities.write',
    'association.read',
    'association.write',
    'cooperation.write',
    'counters.write',
    'facilities.write',
    'plans.write',
    'network.write',
    'products.write',
    'reports.prepare',
    'rotation.write',
    'staff.write',
  ],
  // Many hands scan; what is counted, when it ends and what follows from it is not theirs to decide.
  desk: [
    ...everyone,
    'counters.write',
    'labels.print',
    'readers.read',
    'readers.write',
    'rotation.write',
    'stocktake.scan',
  ],
  director: [
    ...everyone,
    'activities.write',
    'association.read',
    'association.write',
    'backup.make',
    'cooperation.write',
    'counters.write',
    'digitization.write',
    'facilities.write',
    'inspection.read',
    'inspection.work',
    'inspection.write',
    'journal.read',
    'journal.verify',
    'merger.write',
    'plans.write',
    'network.write',
    'preservation.read',
    'registers.close',
    'reports.prepare',
    'reports.sign',
    'rotation.write',
    'staff.write',
    'sync.deliver',
    'weeding.write',
  ],
  reader: everyone,
}

export function permissionsOf(role: Role): readonly Permission[] {
  return permissionsByRole[role]
}

export const passwordMinLength = 8

/** What people type first when a password is asked for. */
const obvious = [
  'password',
  'matkhau',
  'mat khau',
  'khosach',
  'thuvien',
  'qwerty',
  'iloveyou',
  'abcdef',
  '0123456',
  '1234567',
]

/** Too short, too plain, the user's own name, or among the first that anybody would try. */
export function isWeakPassword(password: string, username: string): boolean {
  const plain = password.toLowerCase()
  if (password.length < passwordMinLength || new Set(plain).size < 4) return true
  if (username !== '' && plain.includes(username.toLowerCase())) return true
  return obvious.some((word) => plain.includes(word) || plain.includes(Array.from(word).reverse().join('')))
}

/** How long the next try waits after so many wrong passwords in a row. */
export function throttleSeconds(failures: number): number {
  return failures < 5 ? 0 : Math.min(15 * 60, 15 * 2 ** (failures - 5))
}
