import type { TFunction } from 'i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { LogLine } from '../../shared/health/contract.ts'
import { worst } from '../../shared/health/rules.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { shownNumber } from '../documents/numbers.ts'
import type { lookAt } from './look.ts'

type Seen = Awaited<ReturnType<typeof lookAt>>

/** Small enough for a chat or a mail: a log of two megabytes leaves its older part out. */
const mostBytes = 900_000

/**
 * What a page of the program shows, as a text that everybody can open and read through before sending it: how the PC is,
 * what to do, and the log. No record, no name, no folder of a person's is in it.
 */
export function diagnosisText(t: TFunction, seen: Seen, now: string): string {
  const head = [
    t('health.diagnosis.title'),
    t('health.diagnosis.made', { at: displayInstant(now), version: seen.machine.version }),
    t('health.diagnosis.privacy'),
    '',
    ...part(t('health.page.findings'), [t(`health.state.${worst(seen.findings)}`), ...findingLines(t, seen)]),
    ...part(t('health.page.machine'), machineLines(t, seen)),
    ...part(t('health.page.slow'), slowLines(t, seen)),
  ]
  const room = mostBytes - Buffer.byteLength(head.join('\r\n'))
  const [lines, left] = fitting(
    seen.lines.map((line) => logText(t, line)),
    room,
  )
  const tail = left > 0 ? [t('health.diagnosis.left', { count: left })] : []
  return [...head, ...part(t('health.page.log'), [...lines, ...tail])].join('\r\n')
}

function part(title: string, lines: readonly string[]): string[] {
  return [title.toLocaleUpperCase('vi'), '-'.repeat(title.length), ...(lines.length > 0 ? lines : ['–']), '']
}

/** What is in order says so in a word; what is not says what to do next, and its code to whoever helps. */
function findingLines(t: TFunction, { findings }: Seen): string[] {
  return findings.flatMap(({ code, level, amount }) => [
    `[${t(`health.levels.${level}`)}] ${t(runtimeKey(`health.findings.${code}.title`))}: ${amountText(t, code, amount)}`,
    ...(level === 'good' ? [] : [`    → ${t(runtimeKey(`health.findings.${code}.next`))} · ${code}`]),
  ])
}

const sizes = new Set(['disk_free', 'memory', 'write_ahead'])

function amountText(t: TFunction, code: string, amount: number): string {
  if (sizes.has(code)) return mebibytes(amount)
  if (code === 'proven_copy' && amount < 0) return t('health.findings.proven_copy.never')
  return t(runtimeKey(`health.findings.${code}.amount`), { count: amount })
}

function mebibytes(bytes: number): string {
  return `${shownNumber(Math.round(bytes / 2 ** 20), 'vi')} MB`
}

function machineLines(t: TFunction, { machine }: Seen): string[] {
  const { system, processor, cores, memory, memoryFree, memoryUsed, disk, diskFree, library, files } = machine
  const fact = (key: string, value: string) => `${t(runtimeKey(`health.machine.${key}`))}: ${value}`
  return [
    fact('system', system),
    fact('processor', `${processor} (${cores})`),
    fact('memory', mebibytes(memory)),
    fact('memoryFree', mebibytes(memoryFree)),
    fact('memoryUsed', mebibytes(memoryUsed)),
    fact('disk', mebibytes(disk)),
    fact('diskFree', mebibytes(diskFree)),
    fact('library', mebibytes(library)),
    fact('writeAhead', mebibytes(machine.writeAhead)),
    fact('files', mebibytes(files)),
  ]
}

function slowLines(t: TFunction, { slow }: Seen): string[] {
  return slow.slice(0, 30).map(({ operation, times, medianMs, worstMs }) =>
    t('health.diagnosis.slow', {
      operation: nameOf(t, operation),
      times,
      median: shownNumber(Math.round(medianMs), 'vi'),
      worst: shownNumber(Math.round(worstMs), 'vi'),
    }),
  )
}

/** As the history names it, where it does; whoever helps looks for the code behind it. */
function nameOf(t: TFunction, operation: string): string {
  const [module, verb] = operation.split('.')
  const words = t(runtimeKey(`${module}.operations.${verb}`), { defaultValue: '' })
  return words === '' ? operation : `${words} (${operation})`
}

function logText(t: TFunction, { at, kind, operation, logId, name, ms, stack }: LogLine): string {
  const what = kind === 'slow' ? `${shownNumber(ms ?? 0, 'vi')} ms` : `${name} #${logId}`
  const where = stack.slice(0, 12).map((line) => `\r\n      ${line}`)
  return `${displayInstant(at)}  ${t(`health.kinds.${kind}`)}  ${nameOf(t, operation)}  ${what}${where.join('')}`
}

function fitting(lines: readonly string[], room: number): [string[], left: number] {
  let used = 0
  const end = lines.findIndex((line) => (used += Buffer.byteLength(line) + 2) > room)
  const kept = end < 0 ? [...lines] : lines.slice(0, end)
  return [kept, lines.length - kept.length]
}
