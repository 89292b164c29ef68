export type EvidenceForm = 'jpg' | 'png' | 'pdf' | 'docx'

const beginnings: readonly [readonly number[], EvidenceForm][] = [
  [[0xff, 0xd8, 0xff], 'jpg'],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'png'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'pdf'],
]
const zipBeginning = [0x50, 0x4b, 0x03, 0x04]
/** Every part of a document is named in the directory at the end of its archive. */
const wordPart = 'word/document.xml'

/** What a file is by its content; its name says nothing that is believed. */
export function formOf(bytes: Uint8Array): EvidenceForm | null {
  const begins = (wanted: readonly number[]) => wanted.every((byte, at) => bytes[at] === byte)
  const plain = beginnings.find(([beginning]) => begins(beginning))
  if (plain) return plain[1]
  return begins(zipBeginning) && holds(bytes, wordPart) ? 'docx' : null
}

function holds(bytes: Uint8Array, text: string): boolean {
  const wanted = Array.from(text, (letter) => letter.charCodeAt(0))
  const [first = 0] = wanted
  for (let at = bytes.lastIndexOf(first); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1))
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true
  return false
}
