import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import type { Library } from '../../shared/settings/contract.ts'

const byHand = '……'

/** The block above an official paper (Decree 30/2020, Appendix I); number and date stay open until they are known. */
export function Letterhead({ library, signedAt }: { library: Library; signedAt: string | null }) {
  const { t, i18n } = useTranslation()
  const date = t('documents.letterhead.date', dateWords(signedAt, i18n.language))
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

function dateWords(signedAt: string | null, language: string) {
  if (!signedAt) return { day: byHand, month: byHand, year: byHand }
  const date = isoDateAt(Date.parse(signedAt))
  const [year = '', month = '', day = ''] = date.split('-')
  if (language === 'en') {
    const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(date))
    return { day: String(Number(day)), month: name, year }
  }
  // The decree writes a leading zero before days under 10 and only before the months 1 and 2.
  return { day, month: Number(month) > 2 ? String(Number(month)) : month, year }
}
