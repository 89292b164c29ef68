import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith } from '../../../test/support/scans.ts'
import { readBrought } from './brought.ts'
import { findProgram, isReadingProgram } from './program.ts'
import { readTsv } from './tsv.ts'

const bytes = (text: string) => Buffer.from(text, 'utf8')

describe('a text that lay beside its picture', () => {
  it('is read as Unicode, of either width, composed', () => {
    expect(readBrought(bytes('  Dòng một\r\nDòng hai\f'.normalize('NFD')), 'txt')).toEqual({
      tool: 'TXT',
      text: 'Dòng một\nDòng hai',
      confidence: null,
    })
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Quyển', 'utf16le')])
    expect(readBrought(wide, 'txt')?.text).toBe('Quyển')
  })

  it('is refused where its letters can only be guessed', () => {
    expect(readBrought(Buffer.from([0x54, 0xb8, 0xe9]), 'txt')).toBeNull()
  })

  it('gives lines and paragraphs of hOCR, weighing words by their letters', () => {
    const word = (text: string, sure: number) =>
      `<span class='ocrx_word' title='x_wconf ${sure}'>${text}</span>`
    const html = `<!DOCTYPE html><html><body><div class='ocr_page'>
      <p class='ocr_par'><span class='ocr_line'>${word('Kinh', 80)} ${word('tế &amp;', 50)}</span>
      <span class='ocr_header'>${word('xã&nbsp;hội', 90)}</span></p>
      <p class='ocr_par'><span class='ocr_line'>${word('Hết', 100)}</span></p></div></body></html>`
    expect(readBrought(bytes(html), 'html')).toEqual({
      tool: 'hOCR',
      text: 'Kinh tế &\nxã hội\n\nHết',
      confidence: 80,
    })
  })

  it('is no hOCR or ALTO because of its ending alone', () => {
    expect(readBrought(bytes('<html><body><p>Trang mạng</p></body></html>'), 'html')).toBeNull()
    expect(readBrought(bytes('<mets xmlns="http://www.loc.gov/METS/"/>'), 'xml')).toBeNull()
    expect(readBrought(bytes('<alto><Layout>'), 'xml')).toBeNull()
  })

  it('expands no entity that a file makes up', () => {
    const bomb =
      '<!DOCTYPE alto [<!ENTITY a "aaaa">]><alto><TextBlock><TextLine><String CONTENT="&a;"/></TextLine></TextBlock></alto>'
    expect(readBrought(bytes(bomb), 'xml')).toBeNull()
  })
})

describe('the table of a reading program', () => {
  const head = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext'
  const row = (level: number, conf = -1, text = '') => `${level}\t1\t1\t1\t1\t1\t0\t0\t0\t0\t${conf}\t${text}`
  it('gives words in lines, and how sure they are', () => {
    const table = [
      head,
      row(1),
      row(2),
      row(3),
      row(4),
      row(5, 90, 'Bình'),
      row(5, 70, 'Định'),
      row(4),
      row(5, 80, ' '),
    ]
    expect(readTsv(table.join('\n'))).toEqual({ text: 'Bình Định', confidence: 80 })
    expect(readTsv(head)).toEqual({ text: '', confidence: null })
  })
  it('is told from whatever else a program may say', () => {
    expect(readTsv('Error opening data file')).toBeNull()
  })
})

describe('the reading program', () => {
  it('bears its name, and its whole path', () => {
    expect(
      ['/usr/bin/tesseract', 'tesseract', '/usr/bin/rm', '/usr/bin/tesseract-x'].map(isReadingProgram),
    ).toEqual([true, false, false, false])
  })
  it('is one that answers as it should', async () => {
    const folder = folderWith({ tesseract: '#!/bin/sh\necho "something else"\n' })
    chmodSync(join(folder, 'tesseract'), 0o755)
    expect(await findProgram(join(folder, 'tesseract'))).toBeNull()
    expect(await findProgram(join(folder, 'khong-co', 'tesseract'))).toBeNull()
  })
})
