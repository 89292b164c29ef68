import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { entryItem, entryName, gunzipped, limits, zipOf, type Zip } from './archive.ts'
import { fileItem, headOf, unpackedSize, type Item } from './item.ts'
import { containerOf, isEncryptedOffice, kindOf, type SourceKind } from './sniff.ts'
import { SourceProblem, whenOpening } from './source-problem.ts'

/** One file to be read, wherever it lies. `unknown` ones of a folder or archive say why in `problem`. */
export type Source = {
  kind: SourceKind
  /** With the folders on the way, as people know it. */
  name: string
  /** For showing how far reading has come; of a gzip a guess, which may be too small. */
  size: number
  chunks: () => AsyncIterable<Uint8Array>
  problem?: SourceProblem
}

/** Looks into a file, an archive or a folder. Throws `SourceProblem` where there is nothing in it to read. */
export async function openSource(path: string): Promise<Source[]> {
  const name = basename(path)
  const facts = await stat(path).catch((error: unknown) => {
    throw whenOpening(error, name)
  })
  if (facts.isDirectory()) return folderSources(path, name)
  if (!facts.isFile()) throw new SourceProblem('unknown_format', name)
  const sources = await sourcesIn(fileItem(path, name, facts.size), { path, depth: 0 })
  const [first] = sources
  if (first?.problem && sources.length === 1) throw first.problem
  return sources
}

async function folderSources(path: string, name: string): Promise<Source[]> {
  const found: Source[] = []
  for (const inner of await filesIn(path, name)) {
    const facts = await stat(join(path, inner)).catch(() => null)
    const item = fileItem(join(path, inner), inner, facts?.size ?? 0)
    found.push(...(await sourcesIn(item, { path: join(path, inner), depth: 0 })))
  }
  if (found.length === 0) throw new SourceProblem('file_empty', name)
  return found
}

/** In the order of their names, numbers as numbers; links are not followed, hidden files are nobody's data. */
async function filesIn(path: string, name: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw whenOpening(error, name)
  })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(path.length).replaceAll('\\', '/').replace(/^\/+/, ''),
    )
    .filter((file) => !isHidden(file))
  if (files.length > limits.files) throw new SourceProblem('too_many_files', name)
  return files.toSorted(new Intl.Collator('vi', { numeric: true }).compare)
}

function isHidden(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.') || part.startsWith('~$') || part === '__MACOSX')
}

type Place = {
  /** Null inside an archive. */
  path: string | null
  /** In how many archives. */
  depth: number
}

/** What cannot be read is said of itself, so that one bad file of a folder does not hide the others. */
async function sourcesIn(item: Item, place: Place): Promise<Source[]> {
  try {
    return await lookInto(item, place)
  } catch (error) {
    if (!(error instanceof SourceProblem)) throw error
    return [{ kind: 'unknown', name: item.name, size: item.size, chunks: item.read, problem: error }]
  }
}

async function lookInto(item: Item, place: Place): Promise<Source[]> {
  const { name, size } = item
  const head = await headOf(item)
  if (head.length === 0) throw new SourceProblem('file_empty', name)
  if (isEncryptedOffice(head)) throw new SourceProblem('archive_encrypted', name)
  const container = containerOf(head)
  if (container === 'zip') return lookIntoZip(item, place)
  if (container === 'gzip') {
    if (place.depth > 1) throw new SourceProblem('archive_nested', name)
    const unpacked = place.path === null ? size : await unpackedSize(place.path, item)
    return lookInto(gunzipped(item, unpacked), { path: null, depth: place.depth + 1 })
  }
  const kind = kindOf(head)
  if (kind === 'unknown') throw new SourceProblem('unknown_format', name)
  return [{ kind, name, size, chunks: item.read }]
}

async function lookIntoZip(item: Item, { path, depth }: Place): Promise<Source[]> {
  const { name, size } = item
  const zip = await zipOf(item, path)
  const use = officeUse(zip)
  if (use === 'other') throw new SourceProblem('unknown_format', name)
  if (use === 'sheet') {
    const unpacked = zip.entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
    if (unpacked > limits.sheetBytes) throw new SourceProblem('archive_bomb', name)
    return [{ kind: 'sheet', name, size, chunks: item.read }]
  }
  if (depth > 1) throw new SourceProblem('archive_nested', name)
  const found: Source[] = []
  for (const entry of zip.entries) {
    const inner = entryItem(zip, entry)
    if (inner.name === '' || isFolder(entry.fileNameRaw) || isHidden(inner.name)) continue
    found.push(...(await sourcesIn(inner, { path: null, depth: depth + 1 })))
  }
  if (found.length === 0) throw new SourceProblem('file_empty', name)
  return found
}

function isFolder(rawName: Buffer): boolean {
  const last = rawName.at(-1)
  return last === 0x2f || last === 0x5c
}

/** Office files are zips that say so by the names in them. */
function officeUse({ entries }: Zip): 'sheet' | 'other' | null {
  const names = new Set(entries.map(entryName))
  const has = (start: string) => [...names].some((name) => name.startsWith(start))
  if (names.has('[Content_Types].xml')) return has('xl/') ? 'sheet' : 'other'
  if (names.has('mimetype') && names.has('content.xml')) return 'sheet'
  return null
}
