import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { writeXlsx } from 'hucre'
import pdfmake from 'pdfmake'
import { tinosPaths } from '../../db/documents/fonts.ts'

/** What a paper of ours holds, without any of its looks. */
export type Bare = { paragraphs: string[]; tables: string[][][] }

/** The three libraries on the same words and cells, as their first examples use them. */
export async function barePapers({ paragraphs, tables }: Bare): Promise<void> {
  const document = new Document({
    sections: [
      {
        children: [
          ...paragraphs.map((text) => new Paragraph(text)),
          ...tables.map(
            (rows) =>
              new Table({
                rows: rows.map(
                  (cells) =>
                    new TableRow({
                      children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
                    }),
                ),
              }),
          ),
        ],
      },
    ],
  })
  await Packer.toBuffer(document)
  await writeXlsx({
    sheets: [
      { name: 'Text', rows: paragraphs.map((text) => [text]) },
      ...tables.map((rows, at) => ({ name: `Table ${at + 1}`, rows })),
    ],
  })
  pdfmake.setFonts({ Tinos: tinosPaths() })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => true)
  // A page that sets some of it in bold and italics has to carry those faces.
  const [first = '', ...others] = paragraphs
  const content = [
    { text: first, italics: true },
    ...others,
    ...tables.map(([heads = [], ...rows]) => ({
      table: {
        headerRows: 1,
        widths: heads.map(() => '*'),
        body: [heads.map((text) => ({ text, bold: true })), ...rows],
      },
    })),
  ]
  await pdfmake.createPdf({ content, defaultStyle: { font: 'Tinos', fontSize: 13 } }).getBuffer()
}
