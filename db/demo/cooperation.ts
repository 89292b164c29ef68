import { sortKey } from '../../shared/collate.ts'
import type { DemoCooperation } from '../../shared/demo/cooperation.ts'
import { fold } from '../../shared/fold.ts'
import type { Writer } from '../connection.ts'
import { insertRows } from '../insert-rows.ts'

/** Partners, and what there is with them, as a person would have recorded it. */
export async function insertDemoCooperation(db: Writer, given: DemoCooperation): Promise<void> {
  const partners: number[] = []
  for (const partner of given.partners) {
    const { name } = partner
    const row = { ...partner, sortKey: sortKey(name), folded: fold(name) }
    partners.push((await db.insertInto('partner').values(row).returning('id').executeTakeFirstOrThrow()).id)
  }
  const [giver = 0, neighbour = null] = partners
  const projectId = await insertProject(db, given, giver)
  await insertAgreements(db, given, partners)
  await insertDelegation(db, given, neighbour)
  await insertMembership(db, given)
  await insertGifts(db, given, { partnerId: giver, projectId })
}

async function insertProject(db: Writer, { project }: DemoCooperation, giver: number): Promise<number> {
  const row = { ...project, folded: fold(project.name), role: 'beneficiary', currency: 'USD' } as const
  const { id } = await db
    .insertInto('cooperationProject')
    .values({ ...row, beneficiaries: '', result: '', note: '' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertRows(db, 'projectPartner', ['projectId', 'partnerId'], [[id, giver]])
  return id
}

async function insertAgreements(
  db: Writer,
  { agreements }: DemoCooperation,
  partners: readonly number[],
): Promise<void> {
  for (const { partnerAt, ...agreement } of agreements) {
    const { id } = await db
      .insertInto('agreement')
      .values({ ...agreement, folded: fold(agreement.name), number: '', note: '' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await insertRows(db, 'agreementPartner', ['agreementId', 'partnerId'], [[id, partners[partnerAt] ?? 0]])
  }
}

async function insertDelegation(
  db: Writer,
  { delegation }: DemoCooperation,
  partnerId: number | null,
): Promise<void> {
  await db
    .insertInto('delegation')
    .values({
      ...delegation,
      folded: fold(`${delegation.programme} ${delegation.country}`),
      direction: 'out',
      partnerId,
      leaders: 1,
      librarians: 4,
      others: 0,
      people: '',
      funding: '',
      result: '',
    })
    .execute()
}

async function insertMembership(db: Writer, { membership }: DemoCooperation): Promise<void> {
  const { body, since, year, paidMinor } = membership
  const { id } = await db
    .insertInto('membership')
    .values({ body, since, folded: fold(body), scope: 'domestic', currency: 'VND', note: '' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const fee = [id, year, paidMinor, `${year}-03-01`]
  await insertRows(db, 'membershipFee', ['membershipId', 'year', 'paidMinor', 'paidOn'], [fee])
}

async function insertGifts(
  db: Writer,
  { gifts }: DemoCooperation,
  { partnerId, projectId }: { partnerId: number; projectId: number },
): Promise<void> {
  const delivery = await db
    .selectFrom('voucher')
    .select('id')
    .where('source', '=', 'donation')
    .orderBy('receivedOn', 'desc')
    .executeTakeFirst()
  for (const { kind, what, receivedOn, amountVnd } of gifts) {
    const { id } = await db
      .insertInto('gift')
      .values({
        kind,
        what,
        receivedOn,
        folded: fold(what),
        partnerId,
        projectId,
        donorName: '',
        origin: 'foreign',
        purpose: kind === 'equipment' ? 'technology' : 'reading',
        valueBasis: 'known',
        currency: 'VND',
        amountMinor: amountVnd,
        amountVnd,
        voucherId: kind === 'books' ? (delivery?.id ?? null) : null,
        note: '',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const item = [id, 'Máy tính để bàn', 6, amountVnd]
    if (kind === 'equipment')
      await insertRows(db, 'giftItem', ['giftId', 'name', 'quantity', 'valueMinor'], [item])
  }
}
