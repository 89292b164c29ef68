import { posix } from 'node:path'

export type Import = { from: string; to: string }

const importPattern =
  /(?:^|[;\s])(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|\brequire\(\s*['"]([^'"]+)['"]/g

/** Relative imports as paths from the project's folder; packages stay as they are written. */
export function importsIn(from: string, source: string): Import[] {
  return [...source.matchAll(importPattern)].map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? ''
    return { from, to: name.startsWith('.') ? posix.join(posix.dirname(from), name) : name }
  })
}

const trees = ['shared', 'db', 'renderer', 'electron', 'ministry', 'build', 'test'] as const
type Tree = (typeof trees)[number]

/** Which tree may import which; a tree not named here is no part of the product. */
const mayImport: Record<Tree, readonly string[]> = {
  shared: [],
  db: ['shared'],
  renderer: ['shared'],
  electron: ['shared', 'db/host'],
  ministry: ['shared', 'renderer/ui', 'renderer/styles', 'renderer/app/texts.ts'],
  build: trees,
  test: trees,
}

/** The few files that know every module; all other frame code knows none. */
const registries = [
  'shared/module-contracts.ts',
  'db/handlers.ts',
  'db/views.ts',
  'db/privacy.ts',
  'db/host/cli-commands.ts',
  'renderer/app/routes.tsx',
  'renderer/main.tsx',
]
const registryFolders = ['db/seeds/', 'db/migrations/']

/** Folders of the frame, which are no modules. */
const frameFolders: Record<'shared' | 'db' | 'renderer', readonly string[]> = {
  shared: ['locales'],
  db: ['host', 'migrations', 'seeds', 'documents'],
  renderer: ['app', 'ui', 'styles'],
}

/** What a module shows its neighbours, and what it shows a registry. */
const publicFiles = {
  shared: ['contract.ts', 'rules.ts', 'formulas.ts'],
  db: ['index.ts'],
  renderer: ['index.ts', 'index.tsx'],
}
const registryFiles = {
  shared: ['contract.ts'],
  db: ['index.ts', 'queries.ts', 'commands.ts', 'jobs.ts'],
  renderer: ['routes.tsx'],
}
/** The road to the receiver is spoken at both ends of it. */
const roadFiles = ['bytes', 'package', 'post', 'protocol', 'receipt', 'telephone-code']
/** What a backup is made with leans on most modules; when a copy goes may be asked by each of them. */
const askedByAll = ['db/interchange/tables.ts', 'db/backup/expiry.ts']
const alsoPublic = [...roadFiles.map((name) => `shared/sync/${name}.ts`), ...askedByAll]

/** The rest of its folder loads a library that weighs, and is loaded at its first use. */
const documentDoors = ['index', 'document', 'bibliography', 'numbers', 'paper', 'fonts', 'xlsx-sheet'].map(
  (name) => `db/documents/${name}.ts`,
)

/** The frame writes the journal; nobody else touches that file. Where no engine can be had, it updates the program. */
const frameParts: Record<string, readonly string[]> = {
  'db/journal/append.ts': ['db/dispatch.ts', 'db/restore.ts', 'db/upgrade.ts', 'db/run-job.ts'],
  'db/updates/index.ts': ['db/host/closed.ts', 'db/host/start-setup.ts'],
}

function isTree(name: string): name is Tree {
  return trees.some((tree) => tree === name)
}

function hasModules(tree: string): tree is 'shared' | 'db' | 'renderer' {
  return tree === 'shared' || tree === 'db' || tree === 'renderer'
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

/** `catalogue` for db/catalogue/search.ts; null for the frame. */
function moduleOf(path: string): string | null {
  const [tree = '', folder = '', ...rest] = path.split('/')
  if (!hasModules(tree) || rest.length === 0) return null
  return frameFolders[tree].includes(folder) ? null : folder
}

function isRegistry(path: string): boolean {
  return registries.includes(path) || registryFolders.some((folder) => path.startsWith(folder))
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

function upward({ from, to }: Import): string | null {
  const tree = from.split('/')[0] ?? ''
  const target = to.split('/')[0] ?? ''
  if (!isTree(tree) || !isTree(target) || tree === target) return null
  return mayImport[tree].some((folder) => isWithin(to, folder)) ? null : `${tree} may not import ${target}`
}

function sideways({ from, to }: Import): string | null {
  const tree = to.split('/')[0] ?? ''
  const target = moduleOf(to)
  if (!hasModules(tree) || target === null || moduleOf(from) === target) return null
  if (frameParts[to]?.includes(from)) return null
  const file = to.split('/').slice(2).join('/')
  if (isRegistry(from)) {
    return [...registryFiles[tree], ...publicFiles[tree]].includes(file)
      ? null
      : `${to} is private to ${target}`
  }
  const isFrame = from.startsWith(`${tree}/`) && moduleOf(from) === null
  if (isFrame && tree !== 'shared') return `the frame may not know the module ${target}`
  return publicFiles[tree].includes(file) || alsoPublic.includes(to) ? null : `${to} is private to ${target}`
}

function migrationAlone({ from, to }: Import): string | null {
  if (!from.startsWith('db/migrations/') || isWithin(to, 'db/migrations')) return null
  if (to === 'kysely' || to.startsWith('kysely/') || to.startsWith('node:')) return null
  return `a migration may import only kysely and its helpers, not ${to}`
}

function documentMaker({ from, to }: Import): string | null {
  if (!isWithin(to, 'db/documents') || isWithin(from, 'db/documents')) return null
  return documentDoors.includes(to) ? null : `${to} is loaded through db/documents/index.ts`
}

/** Null when the import is in order, else the rule it breaks. Tests may look inside whatever they test. */
export function offence(found: Import): string | null {
  if (isTest(found.from) || isWithin(found.from, 'test') || isWithin(found.from, 'build')) return null
  return (
    upward(found) ??
    migrationAlone(found) ??
    sideways(found) ??
    documentMaker(found) ??
    packageOutOfPlace(found)
  )
}

/** `shared` runs anywhere, and `node:` has no meaning in the page. */
function packageOutOfPlace({ from, to }: Import): string | null {
  const isPortable = from.startsWith('shared/') || from.startsWith('renderer/')
  return isPortable && to.startsWith('node:') ? `${from.split('/')[0]} runs without Node` : null
}
