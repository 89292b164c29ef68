import * as z from 'zod'
import { isoDate } from '../fields.ts'
import { compareVersions, versionForm } from '../versions.ts'

export const productId = 'vn.khosach.desktop'
export const platformId = 'win32-x64'

/** What a release says of itself, under the signature of whoever releases. */
export const Manifest = z.object({
  product: z.string().max(100),
  platform: z.string().max(40),
  version: z.string().regex(versionForm),
  /** The oldest version that it upgrades from. */
  floor: z.string().regex(versionForm),
  publishedOn: isoDate,
  setup: z.object({ size: z.int().positive(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** Every migration that this version knows: what it brings, and which data it can read. */
  migrations: z.array(z.string().max(100)).max(2000),
  notes: z.object({ vi: z.string().max(8000), en: z.string().max(8000) }),
})
export type Manifest = z.output<typeof Manifest>

/** What is the matter with an update file, or with this PC for it. */
export const updateProblems = [
  'no_release_key',
  'not_an_update',
  'wrong_signature',
  'not_for_this_program',
  'older_than_present',
  'below_floor',
  'update_incomplete',
  'update_damaged',
  'no_room',
] as const
export type UpdateProblem = (typeof updateProblems)[number]

/** Why an update that is genuine is none for this program; the present version itself may be kept, for coming back to it. */
export function objectionTo(manifest: Manifest, present: string): UpdateProblem | null {
  if (manifest.product !== productId || manifest.platform !== platformId) return 'not_for_this_program'
  if (compareVersions(manifest.version, present) < 0) return 'older_than_present'
  return compareVersions(present, manifest.floor) < 0 ? 'below_floor' : null
}
