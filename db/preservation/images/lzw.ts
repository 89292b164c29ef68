const clear = 256
const end = 257
const mostCodes = 4096

/** LZW as TIFF packs it: codes grow one early, the highest bit comes first. */
export function unpackLzw(packed: Buffer, size: number): Buffer {
  const plain = Buffer.alloc(size)
  // A code is a stretch of what was unpacked already: where it begins and how long it is.
  const starts = new Uint32Array(mostCodes)
  const lengths = new Uint32Array(mostCodes)
  let next = end + 1
  let width = 9
  let held = 0
  let heldBits = 0
  let to = 0
  let previous: { start: number; length: number } | null = null

  for (let at = 0; at < packed.length && to < size;) {
    while (heldBits < width && at < packed.length) {
      held = ((held << 8) | (packed[at] ?? 0)) >>> 0
      heldBits += 8
      at += 1
    }
    if (heldBits < width) break
    const code = (held >>> (heldBits - width)) & ((1 << width) - 1)
    heldBits -= width
    held &= (1 << heldBits) - 1
    if (code === end) break
    if (code === clear) {
      next = end + 1
      width = 9
      previous = null
      continue
    }
    const from = to
    if (code < clear) {
      plain[to] = code
      to += 1
    } else if (code < next) {
      const start = starts[code] ?? 0
      to = repeat(plain, { start, length: lengths[code] ?? 0, to })
    } else if (previous) {
      // The stretch before, and its first byte once more.
      to = repeat(plain, { ...previous, to })
      if (to < size) plain[to] = plain[previous.start] ?? 0
      to += 1
    } else break
    if (previous && next < mostCodes) {
      starts[next] = previous.start
      lengths[next] = previous.length + 1
      next += 1
    }
    previous = { start: from, length: to - from }
    if (next + 1 >= 1 << width && width < 12) width += 1
  }
  return plain
}

function repeat(plain: Buffer, { start, length, to }: { start: number; length: number; to: number }): number {
  const last = Math.min(to + length, plain.length)
  // Stretches may overlap, so byte by byte.
  for (let at = to, from = start; at < last; at += 1, from += 1) plain[at] = plain[from] ?? 0
  return to + length
}
