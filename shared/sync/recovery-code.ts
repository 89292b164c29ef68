import { checkSign, crockford, tidy } from './crockford.ts'

/** Five groups of five signs, each with a check sign of its own: a slip is found at its group. */
const groups = 5
const groupSigns = 5
const written = groupSigns + 1
/** 125 bits of chance. */
export const recoveryBytes = 16

export function recoveryCodeOf(random: Uint8Array): string {
  const text = crockford(random).slice(0, groups * groupSigns)
  return Array.from({ length: groups }, (_, index) => {
    const group = text.slice(index * groupSigns, (index + 1) * groupSigns)
    return group + checkSign(group)
  }).join('-')
}

export type ReadRecoveryCode = { ok: true; code: string } | { ok: false; group: number | null }

/** `group` is the first that cannot be right, from 1; null where it is not this long at all. */
export function readRecoveryCode(typed: string): ReadRecoveryCode {
  const text = tidy(typed)
  if (text.length !== groups * written) return { ok: false, group: null }
  const parts = Array.from({ length: groups }, (_, index) =>
    text.slice(index * written, (index + 1) * written),
  )
  const wrong = parts.findIndex((part) => checkSign(part.slice(0, groupSigns)) !== part.slice(groupSigns))
  return wrong === -1 ? { ok: true, code: parts.join('-') } : { ok: false, group: wrong + 1 }
}

/** Whether a text is meant as a recovery code rather than a passphrase. */
export function looksLikeRecoveryCode(typed: string): boolean {
  return /^[0-9A-Z*~$=]{30}$/.test(tidy(typed))
}
