/** The few forms of DER (ITU-T X.690) that a certificate is made of. */
function tagged(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content])
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length]
  const bytes = bytesOf(length)
  return [0x80 | bytes.length, ...bytes]
}

function bytesOf(value: number): number[] {
  return value < 0x100 ? [value] : [...bytesOf(Math.floor(value / 0x100)), value % 0x100]
}

export const sequence = (...parts: Uint8Array[]): Buffer => tagged(0x30, ...parts)
export const set = (...parts: Uint8Array[]): Buffer => tagged(0x31, ...parts)
export const octets = (content: Uint8Array): Buffer => tagged(0x04, content)
export const bits = (content: Uint8Array): Buffer => tagged(0x03, Buffer.from([0]), content)
export const words = (text: string): Buffer => tagged(0x0c, Buffer.from(text, 'utf8'))
export const yes = Buffer.from([0x01, 0x01, 0xff])
/** `[n]` in an ASN.1 module: around other forms, or in place of one. */
export const around = (n: number, ...parts: Uint8Array[]): Buffer => tagged(0xa0 | n, ...parts)
export const inPlace = (n: number, content: Uint8Array): Buffer => tagged(0x80 | n, content)

/** A number from its bytes; a leading zero keeps it from being read as negative. */
export function integer(bytes: Uint8Array): Buffer {
  const isNegative = (bytes[0] ?? 0) >= 0x80
  return tagged(0x02, ...(isNegative ? [Buffer.from([0])] : []), bytes)
}

/** Seven bits a byte, all but the last marked. */
function arc(value: number): number[] {
  const bytes = [value % 0x80]
  for (let rest = Math.floor(value / 0x80); rest > 0; rest = Math.floor(rest / 0x80))
    bytes.unshift(0x80 | (rest % 0x80))
  return bytes
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(arc)]))
}

/** Two digits of the year until 2049, four from then on (RFC 5280, 4.1.2.5). */
export function time(at: Date): Buffer {
  const digits = at.toISOString().replaceAll(/[-:T]|\.\d+/g, '')
  return at.getUTCFullYear() < 2050
    ? tagged(0x17, Buffer.from(digits.slice(2)))
    : tagged(0x18, Buffer.from(digits))
}
