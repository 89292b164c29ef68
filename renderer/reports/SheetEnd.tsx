import { useTranslation } from 'react-i18next'
import type { Sheet } from '../../shared/reports/contract.ts'
import { recipientLines } from './recipient-lines.ts'

type Props = { sheet: Pick<Sheet, 'signerTitle' | 'signerName' | 'recipients'> }

/** The block below an official paper: who gets it, and who signs. */
export function SheetEnd({ sheet }: Props) {
  const { t } = useTranslation()
  const lines = recipientLines(sheet.recipients)
  return (
    <footer className="sheet-end">
      <div className="recipients">
        {lines.length > 0 && <strong>{t('documents.ending.recipients')}</strong>}
        <ul>
          {lines.map((line, at) => (
            <li key={`${at} ${line}`}>{line}</li>
          ))}
        </ul>
      </div>
      <div className="signature">
        <strong className="capitals">{sheet.signerTitle || t('reports.paper.director')}</strong>
        <strong>{sheet.signerName}</strong>
      </div>
    </footer>
  )
}
