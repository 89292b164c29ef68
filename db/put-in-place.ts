import { renameSync, rmSync, writeFileSync } from 'node:fs'

/** Written beside, flushed and put in its place, so that a power cut leaves the old file or the new one. */
export function putInPlace(file: string, content: string | Uint8Array, mode = 0o666): void {
  const part = `${file}.part`
  rmSync(part, { force: true })
  writeFileSync(part, content, { flag: 'wx', mode, flush: true })
  renameSync(part, file)
}
