import { expect, test } from 'vitest'
import { anchorText, readAnchors } from './anchors.ts'

const hash = '0f'.repeat(32)

test('what the page offers to copy is read back as it was', () => {
  const anchor = { position: 47, hash }
  expect(readAnchors(anchorText(anchor))).toEqual({ anchors: [anchor], wrongLine: null })
})

test.each([
  ['words around', `Vị trí trong nhật ký: 47, mã băm nhật ký: ${hash}`],
  ['a hash in groups of four', `47 ${hash.replace(/(.{4})/g, '$1 ')}`],
  ['capital letters and a colon', `47:${hash.toUpperCase()}`],
])('an anchor with %s is understood', (_, line) => {
  expect(readAnchors(line).anchors).toEqual([{ position: 47, hash }])
})

test('several anchors stand one to a line, blank lines between them do not matter', () => {
  expect(readAnchors(`1 ${hash}\n\n2 ${hash}\n`).anchors.map(({ position }) => position)).toEqual([1, 2])
})

test.each([
  ['a hash that is too short', `47 ${hash.slice(1)}`],
  ['a hash without its position', hash],
  ['a letter beyond f', `47 ${hash.slice(1)}g`],
])('%s is named by its line and not guessed at', (_, line) => {
  expect(readAnchors(`1 ${hash}\n${line}`)).toEqual({ anchors: [{ position: 1, hash }], wrongLine: 2 })
})
