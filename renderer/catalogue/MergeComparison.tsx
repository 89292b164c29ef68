import { useTranslation } from 'react-i18next'
import type { Title, TitleFields } from '../../shared/catalogue/contract.ts'
import { useTermName } from '../settings/index.ts'

type Props = {
  titles: Title[]
  differing: (keyof TitleFields)[]
  keepId: number
  onKeep: (id: number) => void
}

/** One column for each title, one line for each value that differs. */
export function MergeComparison({ titles, differing, keepId, onKeep }: Props) {
  const { t } = useTranslation()
  const languageName = useTermName('language')
  function words(name: keyof TitleFields, title: Title): string {
    const value = title[name]
    if (value === '' || value === null) return '–'
    if (name === 'language') return languageName(String(value))
    if (name === 'material') return t(`catalogue.materials.${title.material}`)
    if (name === 'digitalOrigin' && title.digitalOrigin)
      return t(`catalogue.digitalOrigins.${title.digitalOrigin}`)
    return String(value)
  }
  const names = [...new Set<keyof TitleFields>(['title', ...differing])]
  return (
    <div className="merge-comparison">
      <table className="plain-table">
        <thead>
          <tr>
            <td />
            {titles.map((title) => (
              <th key={title.id} scope="col">
                <label className="check">
                  <input
                    type="radio"
                    name="kept"
                    checked={title.id === keepId}
                    onChange={() => onKeep(title.id)}
                  />
                  {t(title.id === keepId ? 'catalogue.merge.kept' : 'catalogue.merge.keep')}
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`catalogue.fields.${name}`)}</th>
              {titles.map((title) => (
                <td key={title.id} className={title.id === keepId ? 'kept' : ''}>
                  {words(name, title)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {differing.length === 0 && <p className="soft">{t('catalogue.merge.same')}</p>}
    </div>
  )
}
