import { useTranslation } from 'react-i18next'
import type { IsoDate } from '../../shared/dates.ts'
import type { Sheet } from '../../shared/reports/contract.ts'
import { useLanguage } from '../app/texts.ts'

type Props = { sheet: Pick<Sheet, 'governingBody' | 'libraryName' | 'number' | 'symbol' | 'place' | 'date'> }

const penRoom = '\u00A0'.repeat(8)

/** The block above an official paper (Decree 30/2020, Appendix I); number and date stay open until they are known. */
export function Letterhead({ sheet }: Props) {
  const { t } = useTranslation()
  const date = t('documents.letterhead.date', dateWords(sheet.date, useLanguage()))
  const number = sheet.number.trim().replace(/^\d$/, '0$&') || penRoom
  const symbol = sheet.symbol.trim()
  const place = sheet.place.trim()
  return (
    <div className="letterhead">
      <div>
        <span className="capitals">{sheet.governingBody}</span>
        <strong className="capitals ruled">{sheet.libraryName}</strong>
      </div>
      <div>
        <strong className="nowrap">{t('documents.letterhead.state')}</strong>
        <strong className="ruled">{t('documents.letterhead.motto')}</strong>
      </div>
      <span>{t('documents.letterhead.number', { number: symbol ? `${number}/${symbol}` : number })}</span>
      <em>{place ? `${place}, ${date}` : date}</em>
    </div>
  )
}

function dateWords(date: IsoDate | null, language: string) {
  if (!date) return { day: penRoom, month: penRoom, year: penRoom }
  const [year = '', month = '', day = ''] = date.split('-')
  if (language === 'en') {
    const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(date))
    return { day: String(Number(day)), month: name, year }
  }
  // The decree writes a leading zero before days under 10 and only before the months 1 and 2.
  return { day, month: Number(month) > 2 ? String(Number(month)) : month, year }
}
