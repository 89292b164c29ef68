import { addDays } from '../../shared/dates.ts'
import type { DemoNetwork, DemoPoint } from '../../shared/demo/network.ts'
import type { Writer } from '../connection.ts'
import { insertRow } from '../plain-rows.ts'

/** The territory's libraries, what they answered, what was done for them and exchanged with others. */
export async function insertDemoNetwork(db: Writer, given: DemoNetwork): Promise<void> {
  const ids: number[] = []
  for (const each of given.points) ids.push(await insertPoint(db, each))
  for (const [at, { website, closedOn }] of given.points.entries())
    if (website !== null && closedOn === null) await insertAnswers(db, ids[at] ?? 0, website, given)
  for (const row of given.populations) await insertRow(db, 'population', row)
  await insertSupports(db, given, ids)
  await insertExchanges(db, given, ids)
}

async function insertPoint(db: Writer, given: DemoPoint): Promise<number> {
  const { identities, figures, closedOn, body, partner, isOwn } = given
  const partnerId = partner === null ? null : await partnerNamed(db, partner)
  const siteId = isOwn ? await firstFreeSite(db) : null
  const id = await insertRow(db, 'servicePoint', { closedOn, body, partnerId, siteId })
  for (const identity of identities) await insertRow(db, 'servicePointIdentity', { pointId: id, ...identity })
  for (const figure of figures)
    await insertRow(db, 'servicePointFigure', { pointId: id, ...figure, source: 'Báo cáo của thư viện' })
  return id
}

async function partnerNamed(db: Writer, name: string): Promise<number | null> {
  const partner = await db
    .selectFrom('partner')
    .select('id')
    .where('name', '=', name)
    .where('id', 'not in', (is) =>
      is
        .selectFrom('servicePoint')
        .select('partnerId')
        .where('partnerId', 'is not', null)
        .$castTo<{ partnerId: number }>(),
    )
    .executeTakeFirst()
  return partner?.id ?? null
}

async function firstFreeSite(db: Writer): Promise<number | null> {
  const tied = await db.selectFrom('servicePoint').select('siteId').execute()
  const sites = await db.selectFrom('site').select('id').orderBy('id').execute()
  return sites.find(({ id }) => !tied.some(({ siteId }) => siteId === id))?.id ?? null
}

/** Last year's are all there; of this year's, those that had a site already. */
async function insertAnswers(
  db: Writer,
  pointId: number,
  website: 'yes' | 'no',
  { year, today }: DemoNetwork,
): Promise<void> {
  const told = { pointId, website, managed: pointId % 3 === 0 ? 'no' : 'yes', source: 'Phiếu khảo sát' }
  await insertRow(db, 'servicePointAnswer', { ...told, year: year - 1, answeredOn: `${year - 1}-12-10` })
  if (website === 'yes') await insertRow(db, 'servicePointAnswer', { ...told, year, answeredOn: today })
}

const visits = [
  ['Xếp giá lẫn lộn, chưa có sổ đăng ký cá biệt', 'Lập sổ đăng ký cá biệt', -20],
  ['Phòng đọc đạt yêu cầu', '', 0],
  ['Chưa phân loại theo DDC', 'Phân loại lại 300 bản', 25],
] as const

/** Each visit that the diary has went to a few communes. */
async function insertSupports(db: Writer, { points, today }: DemoNetwork, ids: number[]): Promise<void> {
  const activities = await db
    .selectFrom('activity')
    .select(['id', 'startsOn'])
    .where('typeCode', 'in', ['E29', 'E32'])
    .where('state', '=', 'done')
    .orderBy('startsOn', 'desc')
    .limit(4)
    .execute()
  const communes = ids.filter((_, at) => points[at]?.identities.at(-1)?.kind === 'commune')
  for (const [row, { id: activityId, startsOn }] of activities.entries())
    for (const [at, [findings, followUp, days]] of visits.entries()) {
      const pointId = communes[(row * visits.length + at) % communes.length]
      const identity = points[ids.indexOf(pointId ?? 0)]?.identities[0]
      if (pointId === undefined || !identity || identity.fromOn > startsOn) continue
      const isOld = row > 0
      await insertRow(db, 'servicePointSupport', {
        activityId,
        pointId,
        findings,
        followUp,
        followUpBy: followUp === '' ? null : addDays(isOld ? startsOn : today, isOld ? 30 : days),
        followedUpOn: followUp !== '' && isOld ? addDays(startsOn, 20) : null,
      })
    }
}

/** Loans both ways and files, one of them overdue. */
async function insertExchanges(db: Writer, { today }: DemoNetwork, ids: number[]): Promise<void> {
  const agreement = await db
    .selectFrom('agreement')
    .innerJoin('agreementPartner as side', 'side.agreementId', 'agreement.id')
    .select(['agreement.id', 'side.partnerId'])
    .where('kind', '=', 'interconnection')
    .orderBy('agreement.id', 'desc')
    .executeTakeFirst()
  const ago = (days: number) => addDays(today, -days)
  const withPartner = agreement && { partnerId: agreement.partnerId, agreementId: agreement.id }
  const withPoint = { pointId: ids[1] ?? null }
  const far = withPartner ?? withPoint
  const rows = [
    { ...far, direction: 'in', kind: 'loan', what: 'Địa chí tỉnh, tập 1', sentOn: ago(50), dueOn: ago(20) },
    { ...far, direction: 'out', kind: 'file', what: 'Mộc bản triều Nguyễn: ảnh chụp', sentOn: ago(35) },
    { ...far, direction: 'out', kind: 'loan', what: 'Đại Nam thực lục, trọn bộ', documents: 10 },
    {
      ...withPoint,
      direction: 'in',
      kind: 'loan',
      what: 'Sách nông nghiệp, chăn nuôi',
      documents: 40,
      sentOn: ago(60),
      dueOn: ago(10),
      returnedOn: ago(12),
    },
    {
      ...withPoint,
      direction: 'in',
      kind: 'copy',
      what: 'Bản đồ địa giới huyện năm 1990',
      refusedOn: ago(55),
    },
  ]
  for (const row of rows) await insertRow(db, 'exchange', { documents: 1, askedOn: ago(62), ...row })
}
