/** TV huyện Tiên Du → TVHTD-: the code where there is one, else the first letters of the name. */
export function proposedPrefix({ unitName, unitCode }: { unitName: string; unitCode: string }): string {
  const initials = unitName
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'D')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
  const plain = unitCode.replaceAll(/[^\w]/g, '').toUpperCase()
  return `${(plain || initials || 'SN').slice(0, 7)}-`
}

/** The only site of a library becomes the library itself; several keep their names behind its own. */
export function proposedSiteName(
  { unitName, siteName, isOnly }: { unitName: string; siteName: string; isOnly: boolean },
  isTaken: (name: string) => boolean,
): string {
  const name = isOnly || siteName === unitName ? unitName : `${unitName} – ${siteName}`
  if (!isTaken(name)) return name
  for (let count = 2; ; count += 1) if (!isTaken(`${name} (${count})`)) return `${name} (${count})`
}

/** Whether a title of the former unit goes into one that is here already. */
export function isMatchedDecision(decision: string): boolean {
  return decision === 'copies' || decision === 'overlay'
}
