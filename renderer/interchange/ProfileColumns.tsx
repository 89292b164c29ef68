import { useTranslation } from 'react-i18next'
import type { ColumnChoice } from '../../shared/interchange/columns.ts'
import { columnTargets } from '../../shared/interchange/targets.ts'
import { Button, IconButton } from '../ui/Button.tsx'

type Props = { columns: ColumnChoice[]; onChange: (columns: ColumnChoice[]) => void }

/** The heads of tables, or the fields of another format, and what each is here. */
export function ProfileColumns({ columns, onChange }: Props) {
  const { t } = useTranslation()
  const change = (at: number, part: Partial<ColumnChoice>) =>
    onChange(columns.map((column, other) => (other === at ? { ...column, ...part } : column)))
  return (
    <>
      <p className="soft small">{t('interchange.profileList.columnsHint')}</p>
      <div className="profile-columns">
        {columns.map((column, at) => (
          <div key={at} className="row">
            <input
              className="input"
              aria-label={t('interchange.profileList.columnName')}
              placeholder="200$a"
              maxLength={1000}
              value={column.header}
              onChange={(event) => change(at, { header: event.target.value })}
            />
            <select
              className="input"
              aria-label={t('interchange.columnMap.is', { name: column.header })}
              value={column.target}
              onChange={({ target: { value } }) =>
                change(at, { target: columnTargets.find((known) => known === value) ?? 'ignored' })
              }
            >
              {columnTargets.map((target) => (
                <option key={target} value={target}>
                  {t(`interchange.targets.${target}`)}
                </option>
              ))}
            </select>
            <IconButton
              icon="remove"
              label={t('interchange.profileList.removeColumn', { name: column.header })}
              onClick={() => onChange(columns.filter((_, other) => other !== at))}
            />
          </div>
        ))}
      </div>
      <Button
        kind="quiet"
        icon="add"
        onClick={() =>
          onChange([...columns, { header: '', target: 'ignored', dateOrder: 'dmy', encoding: '' }])
        }
      >
        {t('interchange.profileList.addColumn')}
      </Button>
    </>
  )
}
