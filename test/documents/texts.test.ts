import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJob } from '../../db/run-job.ts'
import type { Output } from '../../renderer/app/operation-types.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../support/engine.ts'
import { folderWith, scanJob } from '../support/scans.ts'
import { printedPages } from '../support/text-pages.ts'

const kieu = ['Trăm năm trong cõi người ta,', 'Chữ tài chữ mệnh khéo là ghét nhau.']
const tale = ['Trải qua một cuộc bể dâu,', 'Những điều trông thấy mà đau đớn lòng.']
const province = ['Địa chí tỉnh Bình Định', 'Đường từ Quy Nhơn lên An Khê']

let test: TestEngine
let digitizer: Person
let folderId: number
let read: Output<'preservation.readTexts'>

async function linkedAndChecked(path: string, job: { titleId: number; jobId: number }): Promise<number> {
  const folder = { ...job, path, purpose: 'master', profileId: null } as const
  const { id } = valueOf(await digitizer.client.preservation.linkFolder(folder))
  await finishedJob(digitizer, 'preservation.checkFolder', { id })
  return id
}

async function readIn(id: number, more: object = {}) {
  return finishedJob(digitizer, 'preservation.readTexts', { folderId: id, ...more })
}

const counted = async (text: string) =>
  valueOf(await digitizer.client.preservation.countTexts({ text })).pages
/** Where paragraphs begin is the program's guess. */
const lines = (text: string) => text.split(/\n+/)
const textOf = async (fileId: number) => valueOf(await digitizer.client.preservation.text({ fileId }))
const filesOf = async (id: number) =>
  valueOf(await digitizer.client.preservation.files({ folderId: id, limit: 200 })).rows

beforeAll(async () => {
  test = await openTestEngine()
  digitizer = await test.as('digitizer')
  folderId = await linkedAndChecked(await printedPages([kieu, tale, province, []]), await scanJob(test))
  const run = await readIn(folderId)
  expect(test.faults).toEqual([])
  read = run.output as typeof read
})
afterAll(() => test.close())

describe('pages read by Tesseract', () => {
  it('hold what is printed on them, accent for accent', async () => {
    expect(read).toEqual({ folderId, read: 4, low: 0, failed: 0, failedPaths: [], left: 0, isWhole: true })
    const [first, , third, blank] = await filesOf(folderId)
    expect(lines((await textOf(first?.id ?? 0)).text)).toEqual(kieu)
    expect(lines((await textOf(third?.id ?? 0)).text)).toEqual(province)
    expect(first?.confidence).toBeGreaterThan(85)
    expect(await textOf(blank?.id ?? 0)).toMatchObject({ text: '', confidence: null, problem: null })
  })

  it('are found by words with their accents and without, where they stand close together', async () => {
    expect(await counted('bể dâu')).toBe(1)
    expect(await counted('be dau')).toBe(1)
    expect(await counted('dia chi tinh')).toBe(1)
    expect(await counted('"đau đớn lòng"')).toBe(1)
    expect(await counted('cõi Quy Nhơn')).toBe(0)
    const { rows } = valueOf(await digitizer.client.preservation.findTexts({ text: 'binh dinh' }))
    expect(rows).toMatchObject([{ pages: 1, hits: [{ path: 'SH000001_0003.tif' }] }])
    expect(rows[0]?.hits[0]?.snippet.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual([
      'Bình',
      'Định',
    ])
  })

  it('are read once: the next run has nothing left to do', async () => {
    expect((await readIn(folderId)).output).toMatchObject({ read: 0, failed: 0 })
    expect((await readIn(folderId, { isAgain: true })).output).toMatchObject({ read: 4 })
  })

  it('keep what a person made of them, and what was read beneath it', async () => {
    const [first] = await filesOf(folderId)
    const { client } = digitizer
    const { rev } = await textOf(first?.id ?? 0)
    const text = 'Trăm năm trong cõi người ta (bản Kiều Oánh Mậu)'
    const corrected = valueOf(await client.preservation.correctText({ fileId: first?.id ?? 0, rev, text }))
    expect(corrected).toMatchObject({ text, isCorrected: true })
    expect(lines(corrected.readText)).toEqual(kieu)
    expect(await counted('kiều oánh mậu')).toBe(1)
    expect(await counted('chữ mệnh')).toBe(0)
    await readIn(folderId, { isAgain: true })
    const again = await textOf(first?.id ?? 0)
    expect(again.text).toBe(text)
    valueOf(await client.preservation.correctText({ fileId: first?.id ?? 0, rev: again.rev, text: null }))
    expect(await counted('chữ mệnh')).toBe(1)
  })
})

describe('a reading that does not go as it should', () => {
  /** Stands in for a program that was installed and does not work. */
  function programThat(does: string): string {
    const path = join(testFolder(), 'tesseract')
    const about =
      'case "$1" in --version) echo "tesseract 5.3.0"; exit;; --list-langs) printf "List:\\nvie\\n"; exit;; esac'
    writeFileSync(path, `#!/bin/sh\n${about}\n${does}\n`)
    chmodSync(path, 0o755)
    return path
  }
  const using = async (path: string, secondsPerPage = 180) =>
    valueOf(await digitizer.client.preservation.setTextRule({ path, secondsPerPage, lowBelow: 70 }))

  it('names each page that failed and goes on; the next run tries those again', async () => {
    const job = await scanJob(test, 'SH000002')
    const id = await linkedAndChecked(await printedPages([['Một trang'], ['Hai trang']], 'SH000002'), job)
    await using(programThat('cat >/dev/null; exit 1'))
    expect((await readIn(id)).output).toMatchObject({
      read: 0,
      failed: 2,
      failedPaths: ['SH000002_0001.tif', 'SH000002_0002.tif'],
    })
    expect((await filesOf(id)).map(({ text }) => text)).toEqual(['failed', 'failed'])
    await using('')
    expect((await readIn(id)).output).toMatchObject({ read: 2, failed: 0 })
    expect((await filesOf(id)).map(({ text }) => text)).toEqual(['read', 'read'])
  })

  it('gives a page up after its time, and ends the program with it', async () => {
    const job = await scanJob(test, 'SH000003')
    const id = await linkedAndChecked(await printedPages([['Trang khó đọc']], 'SH000003'), job)
    await using(programThat('exec sleep 600'), 5)
    // Far sooner than that program would have ended, or this test been given up.
    expect((await readIn(id)).output).toMatchObject({ read: 0, failed: 1 })
    const [file] = await filesOf(id)
    expect(await textOf(file?.id ?? 0)).toMatchObject({ problem: 'timed_out', text: '' })
    await using('')
  })

  it('ends the program with the run that was cancelled, and keeps what was read before', async () => {
    const job = await scanJob(test, 'SH000006')
    const id = await linkedAndChecked(await printedPages([['Một'], ['Hai']], 'SH000006'), job)
    const trace = join(testFolder(), 'pid')
    await using(programThat(`echo $$ > ${trace}; exec sleep 600`))
    const input = { folderId: id, languages: null, isAgain: false, minutes: null }
    const startedAt = performance.now()
    const end = await runJob(
      test.engine,
      { id: 1, operation: 'preservation.readTexts', input, userId: null, changes: [] },
      {
        isCancelled: () => performance.now() - startedAt > 1000,
        write: () => Promise.reject(new Error('nothing was read')),
        progress: () => undefined,
        offerFile: () => Promise.reject(new Error('no file is handed over')),
        openFile: () => {
          throw new Error('no file is handed over')
        },
        pathOfFile: () => null,
        proxyFor: () => Promise.resolve(null),
      },
    )
    expect(end).toEqual({ state: 'cancelled' })
    const pid = Number(readFileSync(trace, 'utf8'))
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    await using('')
  })

  it('takes no page for read that is no longer what was checked', async () => {
    const job = await scanJob(test, 'SH000004')
    const path = await printedPages([['Bản đã kiểm tra']], 'SH000004')
    const id = await linkedAndChecked(path, job)
    const other = await printedPages([['Bản khác hẳn']], 'SH000004')
    copyFileSync(join(other, 'SH000004_0001.tif'), join(path, 'SH000004_0001.tif'))
    expect((await readIn(id)).output).toMatchObject({ read: 0, failed: 1 })
    expect(await counted('khác hẳn')).toBe(0)
  })

  it('says what is missing before it begins', async () => {
    await using('/khong-co/tesseract')
    expect(await readIn(folderId)).toMatchObject({ error: { code: 'program_missing' } })
    await using('')
    expect(await readIn(folderId, { languages: ['tlh'] })).toMatchObject({
      error: { code: 'language_missing', details: { languages: 'tlh' } },
    })
  })
})

it('a text that was laid beside its page is taken for the page’s, and is no page itself', async () => {
  const job = await scanJob(test, 'SH000005')
  const path = await printedPages([['Trang một'], ['Trang hai'], ['Trang ba']], 'SH000005')
  folderWith(
    {
      'SH000005_0001.txt': 'Văn bản gõ tay, có hẹn hò',
      'SH000005_0002.hocr': `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><body><div class="ocr_page"><p class="ocr_par"><span class="ocr_line">
<span class="ocrx_word" title="bbox 0 0 1 1; x_wconf 90">Lượng</span> <span class="ocrx_word" title="x_wconf 70"><em>giác</em></span></span></p></div></body></html>`,
      'SH000005_0003.xml':
        '<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page><PrintSpace><TextBlock><TextLine><String CONTENT="Khảo" WC="0.5"/><SP/><String CONTENT="cổ" WC="0.5"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>',
    },
    path,
  )
  const id = await linkedAndChecked(path, job)
  const files = await filesOf(id)
  expect(files.filter(({ page }) => page !== null)).toHaveLength(0)
  const pictures = files.filter(({ format }) => format === 'tiff')
  expect(files.filter(({ format }) => format === 'other').map(({ state }) => state)).toEqual([
    'good',
    'good',
    'good',
  ])
  expect(await Promise.all(pictures.map(async ({ id: fileId }) => (await textOf(fileId)).text))).toEqual([
    'Văn bản gõ tay, có hẹn hò',
    'Lượng giác',
    'Khảo cổ',
  ])
  expect(pictures.map(({ confidence, text }) => [confidence, text])).toEqual([
    [null, 'read'],
    [81, 'read'],
    [50, 'low'],
  ])
  expect((await readIn(id)).output).toMatchObject({ read: 0 })
  writeFileSync(join(path, 'SH000005_0003.xml'), '<mets/>')
  await finishedJob(digitizer, 'preservation.checkFolder', { id })
  const refused = (await filesOf(id)).find(({ path: name }) => name.endsWith('.xml'))
  expect(refused).toMatchObject({ state: 'noticed', problems: ['no_text'] })
})
