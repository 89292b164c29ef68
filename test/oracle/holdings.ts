import { acquisitionSources } from '../../shared/catalogue/contract.ts'
import { priorityClasses } from '../../shared/digitization/contract.ts'
import { productKinds } from '../../shared/products/contract.ts'
import { distinct, isBy, isIn, stands, sumOf, type Recount, type Tables } from './rows.ts'

const copiesHeld = (tables: Tables, day: string) =>
  tables('copy').filter(
    (copy) => copy.cancelledOn === null && stands(copy.accessionedOn, copy.withdrawnOn, day),
  )

const copiesCame = (tables: Tables, span: { from: string; to: string }, source: string | null) =>
  tables('copy').filter((copy) => {
    const voucher = tables('voucher').find(({ id }) => id === copy.voucherId)
    if (!voucher || voucher.isOpening === 1 || voucher.mergerId !== null) return false
    const isOfSource = source === null || voucher.source === source
    return isOfSource && copy.cancelledOn === null && isIn(copy.accessionedOn, span)
  })

const titlesOn = (tables: Tables, day: string) =>
  tables('title').filter((title) => stands(title.addedOn, title.removedOn, day))
const digitalOn = (tables: Tables, day: string) =>
  titlesOn(tables, day).filter(
    ({ material, digitalOrigin }) => material === 'digital' && digitalOrigin !== 'open',
  )

/** Events that were not taken back by a day. */
const eventsBy = (tables: Tables, day: string) => {
  const events = tables('digitizationEvent').filter(({ on }) => on <= day)
  return events.filter(({ id }) => !events.some(({ ofEventId }) => ofEventId === id))
}

/** When each job first went through all its stages. */
const endedBy = (tables: Tables, day: string) => {
  const ended = new Map<number, string>()
  for (const { jobId, kind, toStageId, on } of eventsBy(tables, day)) {
    if (kind !== 'finished' || toStageId !== null) continue
    const before = ended.get(jobId)
    if (before === undefined || on < before) ended.set(jobId, on)
  }
  return ended
}

/** The first job of each title that was carried through by a day. */
const carriedBy = (tables: Tables, day: string) => {
  const ended = endedBy(tables, day)
  const jobs = tables('digitizationJob')
    .flatMap((job) => {
      const on = ended.get(job.id)
      return on === undefined ? [] : [{ ...job, on }]
    })
    .toSorted((a, b) => (a.on === b.on ? a.id - b.id : a.on < b.on ? -1 : 1))
  return [...Map.groupBy(jobs, ({ titleId }) => titleId).values()].flatMap(([first]) => first ?? [])
}

const checkedIn = (tables: Tables, span: { from: string; to: string }) =>
  tables('digitizationJob').flatMap((job) => {
    const passed = eventsBy(tables, span.to).filter(
      ({ jobId, kind, stageKind }) => jobId === job.id && kind === 'finished' && stageKind === 'check',
    )
    const first = passed.map(({ on }) => on).toSorted()[0]
    if (first === undefined || first < span.from) return []
    const eventId = Math.min(...passed.map(({ id }) => id))
    const own = tables('digitizationEvent').filter(({ jobId }) => jobId === job.id)
    const counted = own.filter(({ pages, on }) => pages !== null && on <= span.to)
    const isFirstTime = !own.some(
      ({ kind, stageKind, id }) => kind === 'sent_back' && stageKind === 'check' && id < eventId,
    )
    return [{ class: job.class, pages: counted.at(-1)?.pages ?? 0, isFirstTime }]
  })

const documentIds = (tables: Tables, day: string) => {
  const known = new Set(titlesOn(tables, day).map(({ id }) => id))
  return [
    ...new Set([
      ...digitalOn(tables, day).map(({ id }) => id),
      ...carriedBy(tables, day)
        .map(({ titleId }) => titleId)
        .filter((id) => known.has(id)),
    ]),
  ]
}

const registered = (tables: Tables, day: string, classes: readonly string[]) => [
  ...new Set(
    tables('titleClass')
      .filter((each) => classes.includes(each.class) && stands(each.setOn, each.endedOn, day))
      .map(({ titleId }) => tables('title').find(({ id }) => id === titleId))
      .flatMap((title) => (title && (title.removedOn === null || title.removedOn > day) ? [title.id] : [])),
  ),
]
const digitized = (tables: Tables, day: string, classes: readonly string[]) => {
  const carried = new Set(carriedBy(tables, day).map(({ titleId }) => titleId))
  return registered(tables, day, classes).filter((id) => carried.has(id))
}
const of206 = ['ancient', 'rare', 'special_value']

const openCollections = (tables: Tables, day: string) =>
  tables('digitalCollection').filter(({ openedOn, closedOn }) => stands(openedOn, closedOn, day))

/** Readings of copies of files within the days, by the copy. */
const readings = (tables: Tables, span: { from: string; to: string }) => [
  ...Map.groupBy(
    tables('fixityCheck').filter(({ on }) => isIn(on, span)),
    ({ copyId }) => copyId,
  ).values(),
]

const hasShown = (tables: Tables) => tables('storageVolume').length + tables('fileFolder').length > 0

const bytesOn = (tables: Tables, day: string, leastDisks: number): number | null => {
  const counted = tables('digitalFile').filter((file) => {
    if (!isBy(file.addedOn, day)) return false
    const disks = tables('fileCopy').flatMap((copy) => {
      const removal = tables('copyRemoval').find(({ id }) => id === copy.removalId)
      const disk = tables('storageVolume').find(({ id }) => id === copy.volumeId)
      const isThere =
        copy.fileId === file.id &&
        stands(copy.addedOn, removal?.removedOn ?? null, day) &&
        (disk === undefined || disk.retiredOn === null || disk.retiredOn > day)
      if (!isThere) return []
      const last = tables('fixityCheck').findLast(({ copyId, on }) => copyId === copy.id && on <= day)
      return last?.result === 'matched' ? [copy.volumeId] : []
    })
    const isHere = file.state !== 'bad' && (file.goneOn === null || file.goneOn > day)
    return distinct(disks) >= leastDisks && (disks.length > 0 || isHere)
  })
  if (counted.length === 0 && !hasShown(tables)) return null
  return sumOf(counted.map(({ size }) => size))
}

const cameTo =
  (...classes: string[]): Recount =>
  (tables, span) => {
    const closed = tables('stocktake').filter(
      ({ state, closedOn }) => (state === 'closed' || state === 'signed') && isIn(closedOn, span),
    )
    if (closed.length === 0) return null
    const ids = new Set(closed.map(({ id }) => id))
    return tables('stocktakeItem').filter(
      (item) => ids.has(item.stocktakeId) && classes.includes(item.class ?? ''),
    ).length
  }

export const holdings = {
  'copies.held': (tables, { to }) => copiesHeld(tables, to).length,
  'copies.titlesHeld': (tables, { to }) => distinct(copiesHeld(tables, to).map(({ titleId }) => titleId)),
  'copies.accessioned': (tables, span) => copiesCame(tables, span, null).length,
  'copies.titlesAccessioned': (tables, span) =>
    distinct(copiesCame(tables, span, null).map(({ titleId }) => titleId)),
  'copies.withdrawn': (tables, span) =>
    tables('copy').filter((copy) => copy.cancelledOn === null && isIn(copy.withdrawnOn, span)).length,
  ...Object.fromEntries(
    acquisitionSources.flatMap((source): [string, Recount][] => [
      [`copies.accessioned.${source}`, (tables, span) => copiesCame(tables, span, source).length],
      [
        `copies.titlesAccessioned.${source}`,
        (tables, span) => distinct(copiesCame(tables, span, source).map(({ titleId }) => titleId)),
      ],
    ]),
  ),
  'catalogue.titles': (tables, { to }) => titlesOn(tables, to).length,
  'catalogue.digitalDocuments': (tables, { to }) => digitalOn(tables, to).length,
  'catalogue.digitalAcquired': (tables, { from, to }) =>
    digitalOn(tables, to).filter(
      ({ digitalOrigin, addedOn }) =>
        (digitalOrigin === 'bought' || digitalOrigin === 'exchanged') && addedOn >= from,
    ).length,
  'catalogue.linksUsed': (tables, span) =>
    titlesOn(tables, span.to).filter((title) => {
      const last = tables('linkCheck')
        .filter((check) => check.titleId === title.id && isIn(check.checkedOn, span))
        .toSorted((a, b) => (a.checkedOn === b.checkedOn ? a.id - b.id : a.checkedOn < b.checkedOn ? -1 : 1))
        .at(-1)
      return title.material === 'link' && last?.isWorking === 1
    }).length,
  'catalogue.serialsTaken': (tables, { to }) =>
    titlesOn(tables, to).filter(
      (title) =>
        title.material === 'serial' &&
        tables('subscription').some(
          (each) =>
            each.titleId === title.id && each.startsOn <= to && (each.endsOn === null || each.endsOn >= to),
        ),
    ).length,
  'digitization.documents': (tables, { to }) => documentIds(tables, to).length,
  'digitization.collections': (tables, { to }) => openCollections(tables, to).length,
  'digitization.collected': (tables, { to }) => {
    const open = new Set(openCollections(tables, to).map(({ id }) => id))
    const gone = new Set(tables('title').flatMap(({ id, removedOn }) => (isBy(removedOn, to) ? [id] : [])))
    return distinct(
      tables('digitalCollectionTitle')
        .filter((held) => open.has(held.collectionId) && stands(held.addedOn, held.removedOn, to))
        .filter(({ titleId }) => !gone.has(titleId))
        .map(({ titleId }) => titleId),
    )
  },
  'digitization.titles': (tables, { from, to }) =>
    carriedBy(tables, to).filter(({ on }) => on >= from).length,
  'digitization.pages': (tables, span) => sumOf(checkedIn(tables, span).map(({ pages }) => pages)),
  'digitization.pagesFirstTime': (tables, span) =>
    sumOf(checkedIn(tables, span).flatMap(({ pages, isFirstTime }) => (isFirstTime ? [pages] : []))),
  ...Object.fromEntries(
    priorityClasses.flatMap((name): [string, Recount][] => [
      [
        `digitization.titles.${name}`,
        (tables, { from, to }) =>
          carriedBy(tables, to).filter((job) => job.on >= from && job.class === name).length,
      ],
      [
        `digitization.pages.${name}`,
        (tables, span) =>
          sumOf(checkedIn(tables, span).flatMap((job) => (job.class === name ? [job.pages] : []))),
      ],
    ]),
  ),
  'digitization.registered206': (tables, { to }) => registered(tables, to, of206).length,
  'digitization.digitized206': (tables, { to }) => digitized(tables, to, of206).length,
  'digitization.registeredEndogenous': (tables, { to }) => registered(tables, to, ['endogenous']).length,
  'digitization.digitizedEndogenous': (tables, { to }) => digitized(tables, to, ['endogenous']).length,
  'preservation.copiesChecked': (tables, span) => {
    const read = readings(tables, span).length
    return read === 0 && tables('storageVolume').length === 0 ? null : read
  },
  'preservation.copiesIntact': (tables, span) => {
    const read = readings(tables, span).filter((all) => all.every(({ result }) => result === 'matched'))
    return read.length === 0 && tables('storageVolume').length === 0 ? null : read.length
  },
  'preservation.bytes': (tables, { to }) => bytesOn(tables, to, 0),
  'preservation.safeBytes': (tables, { to }) => bytesOn(tables, to, 2),
  ...Object.fromEntries(
    productKinds.map((kind): [string, Recount] => [
      `products.${kind}`,
      (tables, span) =>
        tables('product').every(({ issuedOn }) => issuedOn === null)
          ? null
          : tables('product').filter((each) => each.kind === kind && isIn(each.issuedOn, span)).length,
    ]),
  ),
  'stocktake.extra': cameTo('withdrawn_present', 'cancelled_present', 'unknown'),
  'stocktake.missing': cameTo('missing'),
  'stocktake.misplaced': cameTo('misplaced'),
} satisfies Record<string, Recount>
