import type { Anchor } from '../../shared/journal/contract.ts'

export type ReadAnchors = { anchors: Anchor[]; wrongLine: number | null }

/** A hash at the line's end, perhaps in groups, apart from its position before it: `47 9f3a…`, `Vị trí 47: 9f3a …`. */
const hashAtEnd = /^(.*[^0-9a-f])((?:[0-9a-f]\s*){64})$/i

function readLine(line: string): Anchor | null {
  const [, before = '', hash = ''] = hashAtEnd.exec(line.trim()) ?? []
  const position = /(\d+)\D*$/.exec(before)?.[1]
  if (position === undefined || !Number.isSafeInteger(Number(position))) return null
  return { position: Number(position), hash: hash.replace(/\s/g, '').toLowerCase() }
}

/** One anchor per line; the first line that cannot be read is named, counted from 1. */
export function readAnchors(text: string): ReadAnchors {
  const lines = text.split('\n').map((line, index) => ({ line, number: index + 1 }))
  const written = lines.filter(({ line }) => line.trim() !== '')
  const read = written.map(({ line, number }) => ({ number, anchor: readLine(line) }))
  return {
    anchors: read.flatMap(({ anchor }) => anchor ?? []),
    wrongLine: read.find(({ anchor }) => anchor === null)?.number ?? null,
  }
}

export function anchorText({ position, hash }: Anchor): string {
  return `${position} ${hash}`
}
