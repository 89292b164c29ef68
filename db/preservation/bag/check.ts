import { closeSync, existsSync, openSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { staysBelow } from '../../../shared/file-name.ts'
import type { bagProblemKinds } from '../../../shared/preservation/packages-contract.ts'
import { digestOf } from '../files/hash.ts'
import { placeOf, walk } from '../files/walk.ts'
import { readManifest, readTags, type ManifestEntry } from './manifest.ts'

export type BagProblem = { problem: (typeof bagProblemKinds)[number]; path: string }

export type BagReport = {
  isValid: boolean
  problems: BagProblem[]
  problemCount: number
  files: number
  bytes: number
  /** What the package is known by: the sum of its list of lists. */
  seal: string | null
  info: Record<string, string>
}

const algorithms = ['md5', 'sha1', 'sha256', 'sha512']
const mostNamed = 200

/** The whole of RFC 8493 that says whether a package arrived as it left; nothing in it is changed. */
export function checkBag(root: string, onPiece: (bytes: number) => void): BagReport {
  const problems: BagProblem[] = []
  const tell = (problem: BagProblem['problem'], path = '') => problems.push({ problem, path })
  const declaration = textOf(root, 'bagit.txt')
  if (declaration === null) return report(problems.concat({ problem: 'not_a_bag', path: '' }))
  const version = readTags(declaration).get('BagIt-Version') ?? ''
  if (!/^(0\.9[5-9]|1\.0)$/.test(version)) tell('wrong_version', version)
  const names = readdirSync(placeOf(root, ''))
  const onDisk = filesIn(root)
  const payload = manifests(names, 'manifest')
  if (payload.length === 0) tell('no_manifest')
  const fetch = textOf(root, 'fetch.txt')
  if (fetch !== null && fetch.trim() !== '') tell('incomplete', 'fetch.txt')

  const checker = { root, onDisk, tell, onPiece }
  const listed = payload.map((manifest) => checkManifest(checker, manifest))
  manifests(names, 'tagmanifest').forEach((manifest) => checkManifest(checker, manifest))
  const inData = [...onDisk.keys()].filter((path) => path.startsWith('data/'))
  for (const path of inData)
    for (const known of listed) if (!known.has(path.normalize('NFC'))) tell('not_listed', path)
  const bytes = inData.reduce((sum, path) => sum + (onDisk.get(path)?.size ?? 0), 0)
  const info = readTags(textOf(root, 'bag-info.txt') ?? '')
  const amount = info.get('Payload-Oxum')
  if (amount !== undefined && amount !== `${bytes}.${inData.length}`) tell('wrong_amount', amount)
  const seal = names.includes('tagmanifest-sha256.txt')
    ? sumOf(root, 'tagmanifest-sha256.txt', 'sha256')
    : null
  return report(problems, { files: inData.length, bytes, seal, info: Object.fromEntries(info) })
}

function report(problems: BagProblem[], found: Partial<BagReport> = {}): BagReport {
  return {
    files: 0,
    bytes: 0,
    seal: null,
    info: {},
    ...found,
    isValid: problems.length === 0,
    problems: problems.slice(0, mostNamed),
    problemCount: problems.length,
  }
}

type Found = { actual: string; size: number }
type Checker = {
  root: string
  onDisk: ReadonlyMap<string, Found>
  tell: (problem: BagProblem['problem'], path?: string) => void
  onPiece: (bytes: number) => void
}
type Manifest = { name: string; algorithm: string }

function manifests(names: readonly string[], prefix: string): Manifest[] {
  return algorithms
    .map((algorithm) => ({ algorithm, name: `${prefix}-${algorithm}.txt` }))
    .filter(({ name }) => names.includes(name))
}

/** A disk may give back a name with its accents written the other way: it is the same file. */
function filesIn(root: string): Map<string, Found> {
  const found = new Map<string, Found>()
  for (const each of walk(root, true))
    if ('file' in each) {
      const { path, size } = each.file
      const key = path.normalize('NFC')
      found.set(found.has(key) ? path : key, { actual: path, size })
    }
  return found
}

function checkManifest(checker: Checker, { name, algorithm }: Manifest): Set<string> {
  const listed = new Set<string>()
  for (const entry of readManifest(textOf(checker.root, name) ?? '')) {
    if (!entry) checker.tell('bad_line', name)
    else if (!staysBelow(entry.path)) checker.tell('path_outside', entry.path)
    else {
      listed.add(entry.path.normalize('NFC'))
      checkEntry(checker, entry, algorithm)
    }
  }
  return listed
}

function checkEntry({ root, onDisk, tell, onPiece }: Checker, entry: ManifestEntry, algorithm: string): void {
  const found = onDisk.get(entry.path) ?? onDisk.get(entry.path.normalize('NFC'))
  const sum = found && sumOf(root, found.actual, algorithm, onPiece)
  if (sum === undefined) tell('missing', entry.path)
  else if (sum === null) tell('unreadable', entry.path)
  else if (sum !== entry.sum) tell('wrong_sum', entry.path)
}

function sumOf(
  root: string,
  path: string,
  algorithm: string,
  onPiece: (bytes: number) => void = () => undefined,
): string | null {
  let descriptor: number | null = null
  try {
    descriptor = openSync(placeOf(root, path), 'r')
    return digestOf(descriptor, onPiece, algorithm).hash
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return null
    throw error
  } finally {
    if (descriptor !== null) closeSync(descriptor)
  }
}

/** Lists of a million files fit; what is larger is no list. */
const mostTextBytes = 256 * 1024 * 1024

function textOf(root: string, path: string): string | null {
  const place = placeOf(root, path)
  try {
    return existsSync(place) && statSync(place).size <= mostTextBytes ? readFileSync(place, 'utf8') : null
  } catch {
    return null
  }
}
