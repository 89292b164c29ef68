import { acquisitionSources, specialClasses, type Material } from '../../shared/catalogue/contract.ts'
import { conditions } from '../../shared/copies/contract.ts'
import { between, chance, diceOf, pick, type Dice } from '../../shared/demo/dice.ts'
import { valueOf, type Person, type TestEngine } from './engine.ts'

/** Days in their order; what happens later in a history never dates before what came first. */
const days = [
  '2024-03-05',
  '2024-11-20',
  '2025-02-28',
  '2025-07-01',
  '2026-01-01',
  '2026-04-30',
  '2026-10-15',
]
const materials: Material[] = ['book', 'map', 'audiovisual', 'braille']
const titlesOfHistory = 8

/** A small library's life by the dice: titles, deliveries, moves, wear, mistakes and withdrawals; answers days to ask for. */
export async function writeHistory(test: TestEngine, seed: number): Promise<string[]> {
  const cataloguer = await test.as('cataloguer')
  const dice = diceOf(seed, 1)
  const { copies } = cataloguer.client
  const site = valueOf(await copies.addSite({ name: `Cơ sở ${seed}` }))
  const series = valueOf(await copies.addSeries({ name: `Sổ ${seed}`, prefix: `S${seed}.` }))
  const titleIds = await addTitles(cataloguer, dice)
  const live = new Set<number>()
  for (const [at, day] of days.entries()) {
    const fields = { number: `${seed}/${at}`, receivedOn: day, source: pick(dice, acquisitionSources) }
    const { id } = valueOf(await copies.addVoucher({ ...fields, isOpening: chance(dice) < 0.3 }))
    const lines = Array.from({ length: between(dice, 1, 9) }, () => ({
      titleId: pick(dice, titleIds),
      seriesId: series.id,
      siteId: pick(dice, [1, site.id]),
      condition: pick(dice, conditions),
    }))
    for (const copyId of valueOf(await copies.accession({ voucherId: id, copies: lines })).ids)
      live.add(copyId)
    await unsettle(cataloguer, dice, { day, live, sites: [1, site.id], number: `${seed}/${at}` })
  }
  await setBalance(cataloguer, dice)
  return [...days, '2024-01-01', '2025-12-31', '2026-11-10']
}

async function addTitles(cataloguer: Person, dice: Dice): Promise<number[]> {
  const ids = []
  for (let number = 0; number < titlesOfHistory; number++) {
    const { id } = valueOf(
      await cataloguer.client.catalogue.addTitle({
        title: `Nhan đề ${number}`,
        material: pick(dice, materials),
        language: pick(dice, ['vie', 'eng', 'fre']),
        ddc: pick(dice, ['', '895.922', '959.7', '005.1', '800']),
        publishedYear: pick(dice, [null, 1988, 1990, 2024]),
        addedOn: '2024-01-01',
      }),
    )
    ids.push(id)
    if (chance(dice) < 0.5) {
      const setOn = pick(dice, days)
      const entry = { titleIds: [id], class: pick(dice, specialClasses), evidence: 'Biên bản', setOn }
      valueOf(await cataloguer.client.catalogue.setClass(entry))
    }
  }
  return ids
}

type Stand = { day: string; live: Set<number>; sites: readonly number[]; number: string }

async function unsettle(cataloguer: Person, dice: Dice, { day, live, sites, number }: Stand): Promise<void> {
  const { copies } = cataloguer.client
  const some = () => [...live].filter(() => chance(dice) < 0.3)
  const moved = some()
  if (moved.length > 0) {
    valueOf(await copies.moveCopies({ copyIds: moved, siteId: pick(dice, sites), movedOn: day }))
  }
  const worn = some()
  if (worn.length > 0) {
    valueOf(await copies.setCondition({ copyIds: worn, condition: pick(dice, conditions), on: day }))
  }
  const mistaken = [...live].slice(0, chance(dice) < 0.3 ? 1 : 0)
  for (const copyId of mistaken) live.delete(copyId)
  if (mistaken.length > 0) valueOf(await copies.cancelCopies({ copyIds: mistaken, reason: 'Nhập nhầm' }))
  const gone = chance(dice) < 0.5 ? some().slice(0, 2) : []
  for (const copyId of gone) live.delete(copyId)
  if (gone.length > 0) {
    const decision = { decisionNumber: number, decidedOn: day, withdrawnOn: day, isAboveLimitMeant: true }
    valueOf(await copies.withdraw({ ...decision, ground: 'damaged', copyIds: gone }))
  }
}

async function setBalance(cataloguer: Person, dice: Dice): Promise<void> {
  const { version } = valueOf(await cataloguer.client.stock.opening({}))
  const rows = ['', '8', '9'].map((ddc) => {
    const titles = between(dice, 0, 5)
    const source = pick(dice, acquisitionSources)
    return { siteId: 1, ddc, source, titles, copies: titles + between(dice, 0, 5) }
  })
  valueOf(await cataloguer.client.stock.setOpening({ asOf: '2025-01-31', rows, version }))
}
