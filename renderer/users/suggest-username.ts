import { fold, words } from '../../shared/fold.ts'

/** Given name first, then the initials of the rest: Nguyễn Thị Hoa → hoa.nt */
export function suggestUsername(name: string): string {
  const parts = words(name.normalize('NFC')).map((word) => fold(word).replace(/[^a-z0-9]/g, ''))
  const given = parts.pop() ?? ''
  const initials = parts.map((part) => part[0] ?? '').join('')
  const username = initials ? `${given}.${initials}` : given
  return username.slice(0, 32)
}
