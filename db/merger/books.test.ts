import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  codeOf,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { backupOf, enterTitle, openOther, stageMerger, writeMerger } from '../../test/support/mergers.ts'
import { fileFrom, nameLibrary } from '../../test/support/signed.ts'
import { hashOf } from '../registers/index.ts'

let test: TestEngine
let person: Person

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  person = await test.as('administrator')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const formats = ['pdf', 'xlsx'] as const

/** Every book of a library that is closed, as it prints. */
async function printed(at: TestEngine, who: Person, mergerId: number | null) {
  const books = valueOf(await who.client.registers.books({}))
  const closed = books.filter((book) => book.mergerId === mergerId && book.year === 2025)
  const prints = closed.flatMap((book) =>
    formats.map(async (format) => {
      const { bytes } = await fileFrom(at, who, 'registers.printBook', { bookId: book.id, format })
      return [`${book.register} ${book.seriesName} ${format}`, bytes.toString('base64')] as const
    }),
  )
  return new Map(await Promise.all(prints))
}

/** A library that has closed a year with a delivery, a withdrawal and a red line. */
async function closedLibrary() {
  const other = await openOther('Thư viện huyện Yên Phong')
  await nameLibrary(other.test, {
    name: 'Thư viện huyện Yên Phong',
    governingBody: 'UBND huyện',
    signerTitle: 'Giám đốc',
  })
  const { client } = other.person
  const delivery = { number: '07', receivedOn: '2025-03-05', source: 'donation' } as const
  const { id: voucherId, rev } = valueOf(await client.copies.addVoucher(delivery))
  const { copyIds } = await enterTitle({ ...other, voucherId }, { title: 'Quan họ Bắc Ninh' }, [
    {},
    { priceMinor: 9000 },
    {},
  ])
  const [first = 0, second = 0] = copyIds
  valueOf(await client.copies.completeVoucher({ id: voucherId, rev }))
  valueOf(
    await client.copies.withdraw({
      copyIds: [first],
      decisionNumber: '3/QĐ',
      decidedOn: '2025-06-01',
      withdrawnOn: '2025-06-02',
      ground: 'lost',
      isAboveLimitMeant: true,
    }),
  )
  valueOf(await client.copies.cancelCopies({ copyIds: [second], reason: 'Ghi nhầm' }))
  valueOf(await client.registers.closeYear({ year: 2025 }))
  return other
}

it('prints closed books of the former unit byte for byte as it did itself', async () => {
  const other = await closedLibrary()
  const before = await printed(other.test, other.person, null)
  expect([...before.keys()].toSorted()).toEqual([
    'accessions  pdf',
    'accessions  xlsx',
    'individual Sách pdf',
    'individual Sách xlsx',
    'stock  pdf',
    'stock  xlsx',
    'withdrawals  pdf',
    'withdrawals  xlsx',
  ])
  const { id } = await writeMerger(person, await stageMerger(test, person, await backupOf(other)))
  const after = await printed(test, person, id)
  for (const [name, bytes] of before) expect(after.get(name) === bytes, name).toBe(true)
})

it('closes no year of ours, and takes no line nor correction', async () => {
  const { id } = await writeMerger(
    person,
    await stageMerger(test, person, await backupOf(await closedLibrary())),
  )
  const { client } = person
  const books = valueOf(await client.registers.books({}))
  const [book] = books.filter(({ mergerId, register }) => mergerId === id && register === 'individual')
  const { rows } = valueOf(await client.registers.lines({ bookId: book?.id ?? 0 }))
  const line = rows.find(({ kind, correctedBy }) => kind === 'entry' && correctedBy === null)
  const correction = { lineId: line?.id ?? 0, cells: line?.cells ?? [], reason: 'Sửa' }
  expect(codeOf(await client.registers.correctLine(correction))).toBe('book_of_former_unit')
  // A delivery of that year is still taken: our own books of it are open.
  const late = { number: '1', receivedOn: '2025-12-01', source: 'purchase' } as const
  expect(codeOf(await client.copies.addVoucher(late))).toBe('ok')
  const { db, raw } = test.engine.connection
  const sealed = await hashOf(db, book?.id ?? 0)
  expect(sealed.lines).toBe(book?.lines)
  expect(() => raw.exec(`delete from registerBook where mergerId = ${id}`)).toThrow(
    'the register book is closed',
  )
})
