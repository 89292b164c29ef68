import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import type { Library } from '../../shared/settings/contract.ts'

const byHand = '……'

/** The block above an official paper (Decree 30/2020, Appendix I); number and date stay open until they are known. */
export function Letterhead({ library, signedAt }: { library: Library; signedAt: string | null }) {
  const { t } = useTranslation()
  const [year = byHand, month = byHand, day = byHand] = signedAt ? isoDateAt(Date.parse(signedAt)).split('-') : []
  // The decree writes a leading zero before days under 10 and only before the months 1 and 2.
  const words = { day, month: Number(month) > 2 ? String(Number(month)) : month, year }
  const date = t('documents.letterhead.date', words)
  return (
    <div className="letterhead">
      <div>
        <span className="capitals">{library.governingBody}</span>
        <strong className="capitals ruled">{library.name}</strong>
        <span>{t('documents.letterhead.number', { number: `${byHand}/${library.reportSymbol}` })}</span>
      </div>
      <div>
        <strong>{t('documents.letterhead.state')}</strong>
        <strong className="ruled">{t('documents.letterhead.motto')}</strong>
        <em>{library.placeName ? `${library.placeName}, ${date}` : date}</em>
      </div>
    </div>
  )
}
