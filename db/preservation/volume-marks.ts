import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { volumeFileName } from '../../shared/preservation/fixity.ts'
import { placeOf } from './files/walk.ts'
import { mountPoints } from './mounts.ts'

const Mark = z.object({
  program: z.literal('Kho Sách'),
  uuid: z.string(),
  code: z.string(),
  library: z.string(),
})
type Mark = z.output<typeof Mark>

/** A share whose server is off answers late or never; nobody waits for it longer. */
const patienceMs = 1500
/** What a mark may hold is a line or two. */
const mostBytes = 4096

function parse(text: string): Mark | null {
  try {
    return Mark.safeParse(JSON.parse(text.slice(0, mostBytes))).data ?? null
  } catch {
    return null
  }
}

export function markAt(path: string): Mark | null {
  try {
    return parse(readFileSync(placeOf(path, volumeFileName), 'utf8'))
  } catch {
    return null
  }
}

/** Never over a file that is there; on the disk itself before anybody is told so. */
export function writeMark(path: string, mark: Omit<Mark, 'program'>): void {
  const descriptor = openSync(placeOf(path, volumeFileName), 'wx')
  try {
    writeSync(descriptor, `${JSON.stringify({ program: 'Kho Sách', ...mark }, null, 2)}\n`)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Where each of these disks is attached now, by what is written on the disks themselves. */
export async function attachedVolumes(
  volumes: readonly { uuid: string; lastPath: string | null }[],
): Promise<Map<string, string>> {
  const places = new Set([...volumes.flatMap(({ lastPath }) => lastPath ?? []), ...mountPoints()])
  const marks = await Promise.all([...places].map(async (path) => ({ path, mark: await markSoon(path) })))
  return new Map(marks.flatMap(({ path, mark }) => (mark ? [[mark.uuid, path] as const] : [])))
}

async function markSoon(path: string): Promise<Mark | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), patienceMs)))
  const read = readFile(placeOf(path, volumeFileName), 'utf8').then(parse, () => null)
  const mark = await Promise.race([read, late])
  clearTimeout(timer)
  return mark
}
