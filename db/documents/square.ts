import type { Square } from './document.ts'

/** A QR that a scanner reads off the paper, with its characters below for a person. The encoder weighs, so it is loaded at its first use. */
export async function squareOf(code: string): Promise<Square> {
  const { toBuffer } = await import('@bwip-js/node')
  const picture = await toBuffer({
    bcid: 'qrcode',
    text: code,
    scale: 6,
    padding: 4,
    backgroundcolor: 'FFFFFF',
  })
  return { type: 'square', code, picture: new Uint8Array(picture) }
}
