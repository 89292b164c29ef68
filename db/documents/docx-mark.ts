import { BookmarkEnd, type ParagraphChild, type TextRun, XmlComponent } from 'docx'

/** An element that docx has no class for. */
class Element extends XmlComponent {
  constructor(name: string, attributes: Record<string, string | number>, children: XmlComponent[] = []) {
    super(name)
    this.root.push({ _attr: attributes }, ...children)
  }
}

/** Numbers tell a bookmark's two ends from others'; made from its name, they are the same in every run. */
function numberOf(mark: string): number {
  let number = 7
  for (const letter of mark) number = (number * 31 + letter.charCodeAt(0)) % 2_000_000_000
  return number
}

/**
 * A figure that is found again by its name: in a content control, which shows it to people in Word, and between the ends
 * of a bookmark, which LibreOffice keeps when it takes the control's name away.
 */
export function markedFigure(mark: string, figure: TextRun): ParagraphChild[] {
  const number = numberOf(mark)
  const named = ['w:alias', 'w:tag'].map((name) => new Element(name, { 'w:val': mark }))
  const control = new Element('w:sdt', {}, [
    new Element('w:sdtPr', {}, named),
    new Element('w:sdtContent', {}, [figure]),
  ])
  const begin = new Element('w:bookmarkStart', { 'w:id': number, 'w:name': mark })
  return [begin, control, new BookmarkEnd(number)] as unknown as ParagraphChild[]
}
