/** RFC 8493 §2.1.3: only these signs of a path are written otherwise. */
export function manifestLine(sum: string, path: string): string {
  return `${sum}  ${path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D')}\n`
}

export type ManifestEntry = { sum: string; path: string }

/** Null for a line that is none. A star before the path is an old program's way of saying that it read bytes. */
export function readManifest(text: string): (ManifestEntry | null)[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line !== '')
    .map((line) => {
      const found = /^([0-9a-fA-F]{32,128})[ \t]+\*?(?:\.\/)?(.+)$/.exec(line)
      if (!found) return null
      const path = (found[2] ?? '').replace(/%0A/gi, '\n').replace(/%0D/gi, '\r').replace(/%25/g, '%')
      return { sum: (found[1] ?? '').toLowerCase(), path }
    })
}

/** Labels and their values, with long values on lines that begin with a space. */
export function readTags(text: string): Map<string, string> {
  const tags = new Map<string, string>()
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon > 0) tags.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim())
  }
  return tags
}

export function tagLines(tags: readonly (readonly [string, string])[]): string {
  return tags
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`)
    .join('')
}
