import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import type { Reply } from '../../shared/contract.ts'
import { readPeriod } from '../../shared/periods.ts'
import { checkBag, receiptFor } from '../preservation/index.ts'
import { openPackageFile } from '../sync/index.ts'
import { callOperation, keepFile, refusal, withHost, type Place } from './cli-call.ts'
import { exportTo } from './cli-export.ts'
import { tellHealth, tryMachine, writeDiagnosis } from './cli-health.ts'
import { importFiles } from './cli-import.ts'
import { verifyReport, writeReports } from './cli-report.ts'
import { fillDemo } from './demo.ts'
import { selfTest } from './self-test.ts'

/**
 * One JSON reply on stdout, progress on stderr, exit code 0 or 1. `--reply FILE` writes the reply into a file as
 * well, for a program with windows has no terminal; `--out FILE` does where a command hands over no file of its own.
 * `--stdin` reads further words there, as a JSON array or one a line.
 *   cli call OPERATION [JSON] --data DIR     credentials in KHOSACH_USER and KHOSACH_PASSWORD;
 *                                            `--out FILE` keeps the file that a run hands over
 *   cli export OUT --format F --data DIR     titles in a format of `interchange.export`: all, or those that
 *                                            `--query Q` finds; `--copies 952` takes copies along.
 *                                            `--format everything` is the whole library in one zip, with the
 *                                            names of staff where `--people` asks for them
 *   cli import FILE… --data DIR              other systems' files, or folders of them: `--profile P` is a ready one's
 *                                            code, an own one's name or a file; `--dry-run` only stages and tells.
 *                                            `--encoding E --source S --match skip|overlay|copies|create --date D
 *                                            --sheet NAME --refresh --new` as the page of imports explains them
 *   cli report 2026-Q3 --out DIR --data DIR  the period's report; `--format docx,xlsx,pdf` unless said otherwise;
 *                                            also 2026-H1, 2026-9M, 2026, 2026-01-05..2026-02-10
 *   cli indicators 2026-Q3 --data DIR        what counts for a period, each figure with its code
 *   cli demo --titles N --seed S --data DIR
 *   cli health --data DIR                    what the page of the PC's health shows; exit code 1 where a finding is grave
 *   cli benchmark --data DIR                 whether this PC is quick enough, measured on the library's disk; exit code 1
 *                                            where it is not
 *   cli diagnose --out FILE --data DIR       the one file for whoever helps, under 1 MB
 *   cli verify FILE                          a package file, without any database
 *   cli verify-report FILE --data DIR        a report in docx, xlsx or pdf, held against what was signed there; exit
 *                                            code 1 unless its figures are what was signed
 *   cli self-test [--whole]                  whether the installed program's files are as they were packed; `--whole`
 *                                            reads every byte
 *   cli check-bag DIR [--out RECEIPT]        a package of digital files, without any database; `--library NAME` is who
 *                                            received it, as the receipt says
 */
const options = {
  data: { type: 'string' },
  out: { type: 'string' },
  format: { type: 'string' },
  query: { type: 'string' },
  copies: { type: 'string' },
  people: { type: 'boolean' },
  profile: { type: 'string' },
  encoding: { type: 'string' },
  source: { type: 'string' },
  match: { type: 'string' },
  date: { type: 'string' },
  sheet: { type: 'string' },
  refresh: { type: 'boolean' },
  new: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  library: { type: 'string', default: '' },
  help: { type: 'boolean', short: 'h' },
  reply: { type: 'string' },
  stdin: { type: 'boolean' },
  whole: { type: 'boolean' },
  titles: { type: 'string', default: '5000' },
  seed: { type: 'string', default: '1' },
} as const
export const cliCommands = [
  'call OPERATION [JSON] --data DIR [--out FILE]',
  'export OUT --format FORMAT --data DIR [--query WORDS] [--copies 952|852] [--people]',
  'import FILE... --data DIR [--profile P] [--encoding E] [--dry-run]',
  'report 2026-Q3 --out DIR --data DIR [--format docx,xlsx,pdf]',
  'indicators 2026-Q3 --data DIR',
  'demo --titles N --seed S --data DIR',
  'health --data DIR',
  'benchmark --data DIR',
  'diagnose --out FILE --data DIR',
  'verify FILE',
  'verify-report FILE --data DIR',
  'check-bag DIR [--out RECEIPT] [--library NAME]',
  'self-test [--whole]',
]
const usage = cliCommands.join(' | ')

/** What the caller knows of where it runs. */
export type CliSettings = Pick<Place, 'workerUrl' | 'nativeBinding'> & {
  /** Where the program is installed; null in a development folder. */
  install: string | null
  /** Whose folder is meant where `--data` is not said; null where it has to be. */
  dataDir: string | null
}
/** No text where nothing was called and a person is to be told how it is done. */
export type CliOutcome = { text: string | null; exitCode: number }

type Values = Omit<ReturnType<typeof readArguments>['values'], 'data'> & { data: Place | null }

export async function commandLine(words: string[], settings: CliSettings): Promise<CliOutcome> {
  const given = attempt(() => readArguments(words))
  // Whoever asks how it is called, or calls nothing, is a person and not a script.
  if (given?.values.help || given?.positionals.length === 0)
    return { text: null, exitCode: given.values.help ? 0 : 2 }
  const reply = given ? await run(given, settings) : refusal('invalid_input', { usage })
  const text = JSON.stringify(reply)
  const file = given && replyFile(given)
  if (file) writeFileSync(file, `${text}\n`)
  return { text, exitCode: reply.ok ? 0 : 1 }
}

type Given = ReturnType<typeof readArguments>

function readArguments(words: string[]) {
  const given = parseArgs({ args: words, allowPositionals: true, options })
  if (!given.values.stdin) return given
  return parseArgs({
    args: [...words, ...furtherWords(readFileSync(0, 'utf8'))],
    allowPositionals: true,
    options,
  })
}

function furtherWords(text: string): string[] {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed.startsWith('[')) return z.array(z.string()).parse(JSON.parse(trimmed))
  return trimmed.split(/\r?\n/).filter((line) => line !== '')
}

const withOwnFile = new Set(['call', 'export', 'report', 'check-bag', 'diagnose'])

function replyFile({ values, positionals: [command = ''] }: Given): string | undefined {
  return values.reply ?? (withOwnFile.has(command) ? undefined : values.out)
}

async function run(given: Given, settings: CliSettings): Promise<Reply> {
  const { positionals } = given
  const { workerUrl, nativeBinding, install } = settings
  const dataDir = given.values.data ?? settings.dataDir
  const data = dataDir ? { dataDir, workerUrl, ...(nativeBinding && { nativeBinding }) } : null
  const values = { ...given.values, data }
  const [command, subject, json = '{}'] = positionals
  if (command === 'call' && subject) return call(values, subject, json)
  if (command === 'export' && subject) return exportFile(values, subject)
  if (command === 'import' && subject) return importAll(values, positionals.slice(1))
  if (command === 'report' && subject) return report(values, subject)
  if (command === 'indicators' && subject) return indicators(values, subject)
  if (command === 'health' && values.data) return tellHealth(values.data)
  if (command === 'benchmark' && values.data) return tryMachine(values.data)
  if (command === 'diagnose' && values.data && values.out) return writeDiagnosis(values.data, values.out)
  if (command === 'demo') return demo(values)
  if (command === 'verify' && subject) return verify(subject)
  if (command === 'verify-report' && subject && values.data) return verifyReport(values.data, subject)
  if (command === 'check-bag' && subject) return verifyBag(values, subject)
  if (command === 'self-test') return testInstallation(install, values.whole ?? false)
  return refusal('unknown_operation', { usage })
}

function testInstallation(install: string | null, isWhole: boolean): Reply {
  const found = install === null ? null : selfTest(install, { isWhole })
  if (found === null) return refusal('not_installed', { folder: install })
  return found.problems.length === 0 ? { ok: true, value: found } : refusal('program_damaged', found)
}

async function call({ data, out }: Values, operation: string, json: string): Promise<Reply> {
  if (!data) return refusal('invalid_input', { usage })
  let input: unknown
  try {
    input = JSON.parse(json)
  } catch (error) {
    // Names the place: "… in JSON at position 12".
    return refusal('invalid_input', { json: error instanceof Error ? error.message : String(error) })
  }
  const reply = await callOperation(data, operation, input)
  if (!out || !reply.ok || keepFile(data, out, reply.value)) return reply
  writeFileSync(out, `${JSON.stringify(reply)}\n`)
  return reply
}

function exportFile({ data, format, query, copies, people }: Values, out: string): Promise<Reply> | Reply {
  if (!data || !format) return refusal('invalid_input', { usage })
  return exportTo({ data, out, format, query, copies, people })
}

function importAll({ data, 'dry-run': dry, ...asked }: Values, files: string[]): Promise<Reply> | Reply {
  if (!data) return refusal('invalid_input', { usage })
  return importFiles({ data, files, dry, ...asked })
}

function report({ data, format = 'docx,xlsx,pdf', out }: Values, period: string): Promise<Reply> | Reply {
  const wanted = readPeriod(period)?.period
  if (!data || !out || !wanted) return refusal('invalid_input', { usage })
  return writeReports({ data, period: wanted, format, out })
}

function indicators({ data }: Values, period: string): Promise<Reply> | Reply {
  const wanted = readPeriod(period)?.period
  if (!data || !wanted) return refusal('invalid_input', { usage })
  return callOperation(data, 'indicators.list', { period: wanted })
}

function demo(values: Values): Promise<Reply> | Reply {
  const input = { titles: Number(values.titles), seed: Number(values.seed) }
  if (!values.data) return refusal('invalid_input', { usage })
  return withHost(values.data, (host) => fillDemo(host, input, (line) => process.stderr.write(`${line}\n`)))
}

function verify(file: string): Reply {
  try {
    const read = openPackageFile(file)
    if (!read.ok) return refusal(read.reason, { file })
    const { payload, hash, keyFingerprint } = read
    return { ok: true, value: { payload, hash, keyFingerprint } }
  } catch {
    return refusal('file_gone', { file })
  }
}

function verifyBag({ out, library }: Values, folder: string): Reply {
  try {
    const report = checkBag(folder, () => undefined)
    const receipt = receiptFor(report, { now: new Date().toISOString(), library })
    if (out && receipt) writeFileSync(out, `${JSON.stringify(receipt, null, 2)}\n`, { flag: 'wx' })
    return report.isValid ? { ok: true, value: report } : refusal('package_altered', report)
  } catch {
    return refusal('file_gone', { folder })
  }
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
