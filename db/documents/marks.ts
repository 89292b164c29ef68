/** Gives each figure of a document the name under which a file keeps it. */
export type Marker = (code: string, column: string) => string

/** Word's bookmarks hold forty letters, digits and underscores; Excel's names do not tell capitals apart. */
const longestPart = 16

export function newMarker(): Marker {
  const taken = new Map<string, number>()
  return (code, column) => {
    const bare = `KS_${plain(code)}_${plain(column)}`
    const times = (taken.get(bare.toLowerCase()) ?? 0) + 1
    taken.set(bare.toLowerCase(), times)
    return times === 1 ? bare : `${bare}_${times}`
  }
}

function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '_').slice(0, longestPart)
}
