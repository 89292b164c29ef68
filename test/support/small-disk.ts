import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { testFolder } from './engine.ts'

const disks: string[] = []

/** A file system of its own, small enough to fill; only root may mount one. */
export function smallDisk(megabytes: number): string | null {
  const folder = join(testFolder(), 'disk')
  mkdirSync(folder)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  if (mounted.status !== 0) return null
  disks.push(folder)
  return folder
}

export function canMountDisks(): boolean {
  const probe = smallDisk(1)
  removeDisks()
  return probe !== null
}

export function removeDisks(): void {
  for (const folder of disks.splice(0)) spawnSync('umount', ['-l', folder])
}

export function fill(folder: string, leaveBytes: number): void {
  const { bavail, bsize } = statfsSync(folder)
  const size = bavail * bsize - leaveBytes
  if (size > 0) writeFileSync(join(folder, 'ballast'), Buffer.alloc(size))
}

export function empty(folder: string): void {
  rmSync(join(folder, 'ballast'), { force: true })
}

/** The switch on a stick's side. */
export function setWritable(folder: string, isWritable: boolean): void {
  spawnSync('mount', ['-o', `remount,${isWritable ? 'rw' : 'ro'}`, folder])
}
