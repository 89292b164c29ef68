import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { useNumberText } from '../ui/use-number-text.ts'

const shownAtMost = 30
/** Where the words of a coded fact stand. */
const lists: Partial<Record<string, string>> = {
  source: 'catalogue.sources',
  condition: 'copies.conditions',
  status: 'copies.statuses',
}

/** The copies a record tells of, as the file has them; only what it says of any of them is shown. */
export function ReadCopies({ copies }: { copies: Record<string, string>[] }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const names = [...new Set(copies.flatMap((copy) => Object.keys(copy)))].filter((name) =>
    copies.some((copy) => isSaid(copy[name])),
  )
  if (names.length === 0) return null
  function said(name: string, text: string): string {
    if (!isSaid(text)) return ''
    const list = lists[name]
    if (list) return t(runtimeKey(`${list}.${text}`), { defaultValue: text })
    if (name === 'accessionedOn') return displayDate(text)
    if (name === 'isWithdrawn') return t('interchange.drafts.yes')
    return name === 'priceMinor' ? number(Number(text)) : text
  }
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label={t('interchange.drafts.title')}>
      <table className="plain-table read-copies">
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {t(runtimeKey(`interchange.drafts.${name}`), { defaultValue: name })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {copies.slice(0, shownAtMost).map((copy, at) => (
            <tr key={at}>
              {names.map((name) => (
                <td key={name}>{said(name, copy[name] ?? '')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {copies.length > shownAtMost && (
        <p className="soft">{t('interchange.drafts.more', { shown: number(copies.length - shownAtMost) })}</p>
      )}
    </div>
  )
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && text !== '' && text !== 'false'
}
