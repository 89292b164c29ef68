import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { testFolder } from '../../test/support/engine.ts'
import { createExchange } from './exchange.ts'

const piece = 'Đất rừng phương Nam\n'

it('hands over a file written piece by piece once it is whole', async () => {
  const exchange = createExchange(testFolder())
  const file = exchange.open('danh-sach.txt')
  file.write(piece)
  file.write(Buffer.from(piece))
  file.write('')
  const ticket = await file.finish()
  expect(ticket).toMatchObject({ name: 'danh-sach.txt', size: 2 * Buffer.byteLength(piece) })
  expect(readFileSync(exchange.pathOf(ticket.token) ?? '', 'utf8')).toBe(piece + piece)
  exchange.drop(ticket.token)
  expect(exchange.pathOf(ticket.token)).toBeNull()
})

it('keeps nothing of one that was dropped, however often it is', () => {
  const dataDir = testFolder()
  const file = createExchange(dataDir).open('danh-sach.txt')
  file.write(piece)
  const folder = join(dataDir, 'exchange')
  expect(readdirSync(folder)).toHaveLength(1)
  file.drop()
  file.drop()
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
})
