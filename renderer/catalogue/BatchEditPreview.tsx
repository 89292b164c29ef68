import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** Before and after of the first titles, and how many there are of each sort. */
export function BatchEditPreview({ preview }: { preview: Output<'catalogue.previewEdit'> }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { count, changed, refused, rows } = preview
  return (
    <>
      <p aria-live="polite">
        {t('catalogue.batch.counts', {
          count: number(count),
          changed: number(changed),
          same: number(Math.max(0, count - changed - refused)),
          refused: number(refused),
        })}
      </p>
      {rows.length > 0 && (
        <div className="batch-preview">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('catalogue.fields.title')}</th>
                <th scope="col">{t('catalogue.batch.before')}</th>
                <th scope="col">{t('catalogue.batch.after')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>{row.title}</td>
                  <td>{row.before || <span className="soft">–</span>}</td>
                  <td>
                    {row.problem ? (
                      <span className="tone-bad">
                        <Icon name="warning" />{' '}
                        {t(runtimeKey(`catalogue.errors.${row.problem}`), {
                          defaultValue: row.problem,
                          year: row.after,
                        })}
                      </span>
                    ) : (
                      row.after || <span className="soft">–</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
