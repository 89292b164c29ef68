import type { TFunction } from 'i18next'
import type { CopyField, ExportFormat } from '../../../shared/interchange/contract.ts'
import { dublinCoreWriter, modsWriter, type ExportWriter, type Report } from '../../standards/index.ts'
import { bibtexWriter } from './bibtex.ts'
import { iso2709Writer } from './iso2709.ts'
import { csvWriter, listColumns } from './list.ts'
import { marcxmlWriter } from './marcxml.ts'
import { risWriter } from './ris.ts'
import { sheetWriter } from './sheet.ts'

/** How a file of each format ends its name. */
export const endings: Readonly<Record<ExportFormat, string>> = {
  iso2709: 'mrc',
  marcxml: 'xml',
  mods: 'mods.xml',
  dublin_core: 'dc.xml',
  csv: 'csv',
  xlsx: 'xlsx',
  bibtex: 'bib',
  ris: 'ris',
}

export type Asked = {
  format: ExportFormat
  copies: CopyField
  report: Report
  /** The words of a list's heads, and when a workbook was made. */
  t: TFunction
  now: string
}

export function writerFor({ format, copies, report, t, now }: Asked): ExportWriter {
  const hasCopies = copies !== 'none'
  switch (format) {
    case 'iso2709':
      return iso2709Writer({ report, copies })
    case 'marcxml':
      return marcxmlWriter({ report, copies })
    case 'mods':
      return modsWriter()
    case 'dublin_core':
      return dublinCoreWriter()
    case 'csv':
      return csvWriter({ columns: listColumns(t, hasCopies), hasCopies })
    case 'xlsx':
      return sheetWriter({
        columns: listColumns(t, hasCopies),
        hasCopies,
        name: t('interchange.export.sheet'),
        now,
      })
    case 'bibtex':
      return bibtexWriter()
    case 'ris':
      return risWriter()
  }
}
