import { buildApp } from '../../../ministry/app.ts'
import { makeCode } from '../../../ministry/office/acts.ts'
import { totalsOf } from '../../../ministry/office/reports.ts'
import { ensureKey } from '../../../ministry/receiver.ts'
import { openStore } from '../../../ministry/store/connection.ts'
import { currentFormula, indicatorList } from '../../../shared/indicators/formulas.ts'
import { units } from '../../../shared/provinces.ts'
import type { Payload } from '../../../shared/sync/package.ts'
import { deliver, enrol, newLibrary, packageOf, type Library, type Made } from './library.ts'
import { openProxy, seeded } from './proxy.ts'

export type Simulation = {
  place: string
  libraries: number
  quarters: number
  lossPercent: number
  bytesPerSecond: number
  seed: number
  say?: (line: string) => void
}
export type Simulated = {
  packages: number
  kept: number
  wrongSums: string[]
  cuts: number
  connections: number
  bytesOnLine: number
  bytesOfPackages: number
}

const atOnce = 16
const firstYear = 2020

/** Real packages over a bad line to a real receiver; what it adds up to is held against what was sent. */
export async function simulate(simulation: Simulation): Promise<Simulated> {
  const { place, lossPercent, bytesPerSecond, seed, say = () => undefined } = simulation
  const random = seeded(seed)
  const store = await openStore(place)
  const receiver = { store, now: () => new Date('2040-01-01T00:00:00.000Z') }
  await ensureKey(receiver, 'Mô phỏng')
  const limits = { requestsPerMinute: 1e9, guessesPerMinute: 1e9 }
  const app = await buildApp({ receiver, limits })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const proxy = await openProxy(url, { lossPercent, bytesPerSecond, random })
  try {
    const libraries = await enrolled(simulation.libraries, async () => {
      const { code } = await makeCode(receiver, { note: 'Mô phỏng', libraryId: null }, '-')
      return (library) => untilDone(() => enrol(proxy.url, library, code))
    })
    say(`${libraries.length} libraries enrolled`)
    const sent = new Map<string, number>()
    let bytesOfPackages = 0
    for (const quarter of quartersFrom(simulation.quarters)) {
      const made = libraries.map((library) => ({ library, made: packageWith(library, quarter, random) }))
      for (const { made: each } of made) {
        bytesOfPackages += each.bytes.length
        addFigures(sent, each.payload)
      }
      await inTurns(made, ({ library, made: each }) => deliver(proxy.url, library, each, 10_000))
      say(
        `${quarter.year}-Q${quarter.quarter}: ${made.length} packages delivered, ${proxy.counts.cuts} cuts so far`,
      )
    }
    const wrongSums: string[] = []
    const { kept } = await store.db
      .selectFrom('package')
      .select((is) => is.fn.countAll<number>().as('kept'))
      .executeTakeFirstOrThrow()
    for (const quarter of quartersFrom(simulation.quarters)) {
      const { period } = packageOf(libraries[0] as Library, { quarter }).payload
      const { sums } = await totalsOf(receiver, { from: period.from, to: period.to, by: 'province' })
      wrongSums.push(...differing(sums, sent, period.from))
    }
    const packages = libraries.length * simulation.quarters
    const { bytes, cuts, connections } = proxy.counts
    return { packages, kept, wrongSums, cuts, connections, bytesOnLine: bytes, bytesOfPackages }
  } finally {
    await proxy.close()
    app.server.closeAllConnections()
    await app.close()
    await store.close()
  }
}

async function enrolled(
  count: number,
  newCode: () => Promise<(library: Library) => Promise<unknown>>,
): Promise<Library[]> {
  const places = units.flatMap(({ code, former }) => former.map(([old, name]) => ({ code, old, name })))
  const libraries = Array.from({ length: count }, (_, at) => {
    const { code, old, name } = places[at % places.length] as (typeof places)[number]
    return newLibrary(code, old, `Thư viện ${name} ${at + 1}`)
  })
  await inTurns(libraries, async (library) => (await newCode())(library))
  return libraries
}

async function untilDone(act: () => Promise<unknown>): Promise<unknown> {
  for (let tries = 0; ; tries++) {
    try {
      return await act()
    } catch (error) {
      if (tries === 1000) throw error
    }
  }
}

async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const waiting = items.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of waiting) await work(item)
    }),
  )
}

function quartersFrom(count: number): { year: number; quarter: number }[] {
  return Array.from({ length: count }, (_, at) => ({
    year: firstYear + Math.floor(at / 4),
    quarter: (at % 4) + 1,
  }))
}

/** Whole numbers and quarters of them, which add up without rounding in whatever order. */
function packageWith(
  library: Library,
  quarter: { year: number; quarter: number },
  random: () => number,
): Made {
  const figures = indicatorList.map((indicator) => ({
    code: indicator.code,
    version: currentFormula(indicator).version,
    status: 'known' as const,
    value: Math.floor(random() * 4_000_000) / 4,
  }))
  return packageOf(library, { quarter, figures })
}

function addFigures(sent: Map<string, number>, { period, figures }: Payload): void {
  for (const { code, value } of figures) {
    const key = `${period.from} ${code}`
    sent.set(key, (sent.get(key) ?? 0) + (value ?? 0))
  }
}

function differing(
  sums: Readonly<Record<string, number | null | undefined>>,
  sent: ReadonlyMap<string, number>,
  from: string,
): string[] {
  return indicatorList.flatMap(({ code }) => {
    const expected = sent.get(`${from} ${code}`)
    return sums[code] === expected
      ? []
      : [`${from} ${code}: ${sums[code] ?? 'nothing'} for ${expected ?? 'nothing'}`]
  })
}
