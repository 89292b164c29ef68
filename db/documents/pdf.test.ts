import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import pdfmake from 'pdfmake'
import { describe, expect, it } from 'vitest'
import { quarterlyReport } from '../../test/documents/sample.ts'
import { renderPdf } from './pdf.ts'

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

describe('a report in pdf', () => {
  it('is PDF/A-2b with embedded Tinos and names its language', async () => {
    const bytes = await renderPdf(quarterlyReport)
    const file = latin(bytes)
    expect(file.startsWith('%PDF-1.7')).toBe(true)
    expect(file).toContain('/S /GTS_PDFA1')
    expect(file).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
    expect(file).toContain('+Tinos-Bold')
    expect(file).toMatch(/\/Lang \(vi-VN\)/)
    expect(file.match(/\/FontFile2/g)).toHaveLength(4)
  })
  it('turns only the annex', async () => {
    const boxes = [
      ...latin(await renderPdf(quarterlyReport)).matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g),
    ]
    const isLying = boxes.map(([, width, height]) => Number(width) > Number(height))
    expect(isLying.filter(Boolean)).toHaveLength(1)
    expect(isLying.at(-1)).toBe(true)
  })
  it('draws the rules below the motto, the issuing body and the subject', async () => {
    const { annexes: _, ...short } = quarterlyReport
    const bytes = Buffer.from(await renderPdf({ ...short, blocks: [] }))
    const begin = bytes.indexOf('stream\n') + 'stream\n'.length
    const page = inflateSync(bytes.subarray(begin)).toString('latin1')
    expect(page.match(/ l\n(?:\S+ )*S\n|^S$/gm)?.length).toBe(3)
  })
  it('lets nothing read a file or an address', async () => {
    await renderPdf(quarterlyReport)
    const reading = (image: string) =>
      pdfmake.createPdf({ content: [{ image }], defaultStyle: { font: 'Tinos' } }).getBuffer()
    await expect(reading(fileURLToPath(import.meta.url))).rejects.toThrow(/denied/)
    await expect(reading('http://127.0.0.1:9/a.png')).rejects.toThrow(/denied/)
  })
})
