/** UUID v7 for what leaves this PC (libraries, epochs, packages); the bytes come from the caller, so tests can fix them. */
export function uuidV7(atMs: number, random: Uint8Array): string {
  const bytes = Uint8Array.from({ length: 16 }, (_, i) => random[i] ?? 0)
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(atMs / 2 ** (8 * (5 - i))) % 256
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
