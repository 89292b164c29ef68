import type { TFunction } from 'i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { Progress } from '../../shared/digitization/contract.ts'
import { burnUp, burnUpWords, foretold, paperWidth } from '../../shared/digitization/rules.ts'
import type { Language } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import type { Block, LineChart, Row, Table } from '../documents/index.ts'
import { shownNumber } from '../documents/numbers.ts'
import { wordsIn } from '../words.ts'
import { progressOn } from './progress.ts'

/** What a report says of digitization: how far it is, the burn-up and its figures; nothing where nobody digitizes. */
export async function reportPart(db: Reader, day: string, language: Language): Promise<Block[]> {
  const progress = await progressOn(db, null, day)
  if (progress.target === 0 && progress.carried === 0) return []
  const t = wordsIn[language]
  const number = (value: number) => shownNumber(value, language)
  const text = sentences(progress, t, number)
  const lead = t('digitization.paper.lead', { on: displayDate(day) })
  return [{ type: 'paragraph', lead, text }, weeksTable(progress, t, number)]
}

/** What its figures are of, for whoever reads the paper back: titles carried through. */
const carriedCode = 'M2b.08'

type NumberText = (value: number) => string

/** A day is never named without what it rests on. */
function sentences(
  { carried, target, pace, forecastOn }: Progress,
  t: TFunction,
  number: NumberText,
): string {
  const words = { carried: number(carried), target: number(target) }
  if (target === 0) return `${t('digitization.progress.noTarget', words)}.`
  const reached = `${t('digitization.progress.reached', words)}.`
  if (carried >= target) return `${reached} ${t('digitization.progress.met')}`
  if (forecastOn === null) {
    const why = t(pace.titles > 0 ? 'digitization.progress.tooFar' : 'digitization.progress.noForecast')
    return `${reached} ${why}`
  }
  const rests = t(pace.lostDays > 0 ? 'digitization.progress.rests' : 'digitization.progress.restsWhole', {
    titles: number(pace.titles),
    from: displayDate(pace.from),
    days: number(pace.days),
    lost: number(pace.lostDays),
  })
  return `${reached} ${t('digitization.progress.forecast', { on: displayDate(forecastOn) })} ${rests}`
}

function weeksTable(progress: Progress, t: TFunction, number: NumberText): Table {
  const { weeks, target, carried, stoppages } = progress
  const hasStoppages = stoppages.length > 0
  const drawing = burnUp(progress, burnUpWords(t, { number, hasStoppages }), paperWidth)
  const end = foretold(progress)
  const aim = target > 0 ? { target } : {}
  const rows = weeks.map(({ to, jobs, pages, carried: done }, index): Row => {
    const joins = end && index === weeks.length - 1 ? { forecast: carried } : {}
    return { type: 'values', code: carriedCode, values: { to, jobs, pages, done, ...aim, ...joins } }
  })
  if (end)
    rows.push({
      type: 'values',
      code: carriedCode,
      values: { to: isoDateAt(end.time), ...aim, forecast: Math.round(end.carried) },
    })
  const lines: LineChart['lines'] = [
    { key: 'done', manner: 'done' },
    ...(target > 0 ? [{ key: 'target', manner: 'target' } as const] : []),
    ...(end ? [{ key: 'forecast', manner: 'forecast' } as const] : []),
  ]
  const shown = (key: string) =>
    ['to', 'jobs', 'pages', 'done'].includes(key) || lines.some((line) => line.key === key)
  return {
    type: 'table',
    caption: t('digitization.paper.caption'),
    columns: columns(t).filter(({ key }) => shown(key)),
    rows,
    note: hasStoppages ? stoppagesNote(progress, t) : '',
    ...(drawing ? { chart: { along: 'to', lines, drawing } } : {}),
  }
}

function columns(t: TFunction): Table['columns'] {
  const number = (key: string, label: string) => ({ key, label, weight: 14, kind: 'number' as const })
  return [
    { key: 'to', label: t('digitization.paper.to'), weight: 16, kind: 'date', align: 'center' },
    number('jobs', t('digitization.paper.jobs')),
    number('pages', t('digitization.progress.pages')),
    number('done', t('digitization.progress.carried')),
    number('target', t('digitization.paper.target')),
    number('forecast', t('digitization.paper.forecast')),
  ]
}

function stoppagesNote({ stoppages }: Progress, t: TFunction): string {
  const each = stoppages.map(({ machine, startedOn, endedOn }) => {
    const what =
      machine === ''
        ? t('digitization.progress.allStood')
        : t('digitization.progress.machineStood', { machine })
    const to = endedOn === null ? t('digitization.paper.still') : displayDate(endedOn)
    return `${what} (${displayDate(startedOn)} – ${to})`
  })
  return t('digitization.paper.stoppages', { list: each.join('; ') })
}
