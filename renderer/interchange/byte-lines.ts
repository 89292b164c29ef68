const perLine = 16

/** Bytes as people look at them: where, in hexadecimal, and what of it is a plain letter. */
export function byteLines(hex: string): string {
  const bytes = hex.match(/../g) ?? []
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += perLine) {
    const part = bytes.slice(at, at + perLine)
    const letters = part.map((byte) => letterOf(Number.parseInt(byte, 16))).join('')
    lines.push(`${at.toString(16).padStart(4, '0')}  ${part.join(' ').padEnd(perLine * 3)} ${letters}`)
  }
  return lines.join('\n')
}

function letterOf(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·'
}
