/** `1.2.3`, each part below a thousand, so that a version is also one whole number. */
export const versionForm = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/

/** For the head of a database, which holds a number; 0 for what is no version. */
export function versionNumber(version: string): number {
  const [, major = '0', minor = '0', patch = '0'] = versionForm.exec(version) ?? []
  return Number(major) * 1_000_000 + Number(minor) * 1_000 + Number(patch)
}

/** Empty for 0. */
export function versionOfNumber(number: number): string {
  if (number <= 0) return ''
  return [Math.floor(number / 1_000_000), Math.floor(number / 1_000) % 1_000, number % 1_000].join('.')
}

export function compareVersions(a: string, b: string): number {
  return versionNumber(a) - versionNumber(b)
}
