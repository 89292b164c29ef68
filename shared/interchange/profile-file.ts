import { ImportProfile } from './profile.ts'

const format = 'kho-sach-import-profile'
const version = 1

export type ProfileProblemCode = 'not_a_profile' | 'profile_newer' | 'profile_wrong'

/** A profile as a file that one library can give another. */
export function profileToFile(profile: ImportProfile): string {
  return `${JSON.stringify({ format, version, profile }, null, 2)}\n`
}

export function profileFromFile(
  text: string,
): { profile: ImportProfile } | { problem: { code: ProfileProblemCode; detail: string } } {
  const file = parsed(text)
  if (file?.['format'] !== format) return { problem: { code: 'not_a_profile', detail: '' } }
  const found = file['version']
  if (typeof found !== 'number' || found > version)
    return { problem: { code: 'profile_newer', detail: String(found) } }
  const profile = ImportProfile.safeParse(file['profile'])
  if (profile.success) return { profile: profile.data }
  const [issue] = profile.error.issues
  return { problem: { code: 'profile_wrong', detail: issue?.path.join('.') ?? '' } }
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof value === 'object' ? (value as Record<string, unknown> | null) : null
  } catch {
    return null
  }
}
