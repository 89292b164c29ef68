import { repack } from './repack.ts'

/** Made up anew by the library at each print, or counted on from the print before. */
const madeUp = /rId[a-z0-9_-]{21}(?![a-z0-9_-])/g
const drawingId = /(<wp:docPr[^>]*? id=")\d+(")/g

/** The same paper as the same bytes: names that the library makes up are numbered as they come. */
export function steadyDocx(bytes: Buffer): Buffer {
  const names = new Map<string, string>()
  const named = (id: string) => {
    const known = names.get(id) ?? `rIdOwn${names.size + 1}`
    names.set(id, known)
    return known
  }
  let drawings = 0
  return repack(bytes, (name, part) => {
    if (name.endsWith('.xlsx')) return repack(part, (_, inner) => inner)
    if (!name.endsWith('.xml') && !name.endsWith('.rels')) return part
    const text = part.toString('utf8')
    const steady = text
      .replace(madeUp, named)
      .replace(drawingId, (_, before: string, after: string) => `${before}${(drawings += 1)}${after}`)
    return steady === text ? part : Buffer.from(steady)
  })
}
