import { useTranslation } from 'react-i18next'
import type { Library } from '../../shared/settings/contract.ts'
import { recipientLines } from './recipient-lines.ts'

type Props = { library: Pick<Library, 'recipients' | 'signerTitle' | 'signerName'> }

/** The block below an official paper: who gets it, and who signs. */
export function SheetEnd({ library }: Props) {
  const { t } = useTranslation()
  const recipients = recipientLines(library.recipients)
  return (
    <footer className="sheet-end">
      <div className="recipients">
        {recipients.length > 0 && <strong>{t('documents.ending.recipients')}</strong>}
        <ul>
          {recipients.map((line, at) => (
            <li key={`${at} ${line}`}>{line}</li>
          ))}
        </ul>
      </div>
      <div className="signature">
        <strong className="capitals">{library.signerTitle || t('reports.paper.director')}</strong>
        <strong>{library.signerName}</strong>
      </div>
    </footer>
  )
}
