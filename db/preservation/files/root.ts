import { readdirSync, statSync } from 'node:fs'
import { placeOf } from './walk.ts'

/** A folder as it stood when work in it began: a disk that was pulled out leaves an empty folder of the same name. */
export type Root = { path: string; device: number; node: number }

export function rootAt(path: string): Root | null {
  try {
    const facts = statSync(placeOf(path, ''))
    if (!facts.isDirectory()) return null
    return { path, device: facts.dev, node: facts.ino }
  } catch {
    return null
  }
}

export function isStillThere(root: Root): boolean {
  const now = rootAt(root.path)
  if (now?.device !== root.device || now.node !== root.node) return false
  try {
    readdirSync(placeOf(root.path, ''))
    return true
  } catch {
    return false
  }
}
