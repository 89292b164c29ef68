import { describe, expect, it } from 'vitest'
import { mayHoldHanNom, readingLanguages, textsBeside } from './reading.ts'

describe('the languages of a record', () => {
  it('are what the reading program calls them, Vietnamese where none of them is known', () => {
    expect(readingLanguages(['fre', 'vie'])).toEqual(['fra', 'vie'])
    expect(readingLanguages(['eng', 'eng'])).toEqual(['eng'])
    expect(readingLanguages(['und'])).toEqual(['vie'])
    expect(readingLanguages(['chi'])).toEqual(['vie'])
  })
  it('say where characters may stand that no program reads', () => {
    expect(mayHoldHanNom(['chi'], false)).toBe(true)
    expect(mayHoldHanNom(['vie'], true)).toBe(true)
    expect(mayHoldHanNom(['vie'], false)).toBe(false)
  })
})

describe('a text beside a picture', () => {
  const beside = (...paths: string[]) =>
    textsBeside(paths.map((path, id) => ({ id, path }))).map(({ text, picture, ending }) => [
      text.path,
      picture.path,
      ending,
    ])
  it('has its name and lies in its folder, however its accents and capitals are written', () => {
    expect(beside('a/Trang 1.TIF', 'a/trang 1.txt', 'b/trang 1.txt', 'a/bìa.jpg', 'a/bìa.XML')).toEqual([
      ['a/trang 1.txt', 'a/Trang 1.TIF', 'txt'],
      ['a/bìa.XML', 'a/bìa.jpg', 'xml'],
    ])
  })
  it('is nothing else', () => {
    expect(beside('a.tif', 'a.docx', 'b.txt', 'a')).toEqual([])
  })
})
