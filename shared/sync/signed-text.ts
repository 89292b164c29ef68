import { base64url, base64urlBytes, utf8, utf8Text } from './bytes.ts'
import { canonicalText } from './package.ts'

/** Three lines: what it is, canonical JSON, and a signature over both as base64url. */
export function signedText(
  magic: string,
  value: unknown,
  sign: (message: Uint8Array) => Uint8Array,
): Uint8Array {
  const canonical = canonicalText(value)
  const signature = base64url(sign(utf8(magic + canonical)))
  return utf8(`${magic}${canonical}\n${signature}\n`)
}

export type SignedParts = { value: unknown; message: Uint8Array; signature: Uint8Array }

/** Null for whatever is none; who signed it is asked afterwards. Never throws, whatever the bytes. */
export function signedParts(bytes: Uint8Array, magic: string, maxBytes: number): SignedParts | null {
  if (bytes.length > maxBytes) return null
  try {
    const [first, canonical, signatureText, ...rest] = utf8Text(bytes).split('\n')
    if (`${first}\n` !== magic || canonical === undefined || rest.join('') !== '') return null
    const signature = base64urlBytes(signatureText ?? '')
    if (!signature) return null
    return { value: JSON.parse(canonical) as unknown, message: utf8(magic + canonical), signature }
  } catch {
    return null
  }
}
