import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { Stranger } from '../../shared/rotation/contract.ts'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { IconButton } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'

/** What lay in the boxes and was not sent with them: whose it is, and where to take it back. */
export function StrangerPart({ strangers }: { strangers: readonly Stranger[] }) {
  const { t } = useTranslation()
  const can = useCan()
  const drop = useCommand('rotation.dropStranger')
  return (
    <section className="card">
      <h2>{t('rotation.strangers.title', { count: strangers.length })}</h2>
      <p className="soft">{t('rotation.strangers.hint')}</p>
      <Failure of={drop.failure} />
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('rotation.strangers.code')}</th>
            <th>{t('rotation.fields.title')}</th>
            <th>{t('rotation.strangers.foundOn')}</th>
            <th>{t('rotation.strangers.whose')}</th>
            <th aria-label={t('rotation.strangers.acts')} />
          </tr>
        </thead>
        <tbody>
          {strangers.map(({ id, code, copyId, accessionNumber, title, foundOn, ...other }) => (
            <tr key={id}>
              <td>{copyId === null ? code : <Link to={`/copies/${copyId}`}>{accessionNumber}</Link>}</td>
              <td>{title}</td>
              <td>{displayDate(foundOn)}</td>
              <td>
                {other.otherShipmentId === null ? (
                  t(copyId === null ? 'rotation.strangers.unknown' : 'rotation.strangers.ours')
                ) : (
                  <Link to={`/rotation/${other.otherShipmentId}/return`}>
                    {t('rotation.strangers.other', { number: other.otherNumber })}
                  </Link>
                )}
              </td>
              <td>
                {can('rotation.write') && (
                  <IconButton
                    icon="remove"
                    label={t('rotation.strangers.drop', { code: accessionNumber || code })}
                    disabled={drop.isRunning}
                    onClick={() => void drop.run({ id })}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
