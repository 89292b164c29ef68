import { useTranslation } from 'react-i18next'
import {
  columnTargets,
  copyTargets,
  joinOf,
  titleTargets,
  type ColumnTarget,
} from '../../shared/interchange/targets.ts'
import { Icon } from '../ui/icons.tsx'
import type { Columns } from './use-column-map.ts'

type Props = { columns: Columns; rows: string[][] }

const shownRows = 8
const named: readonly ColumnTarget[] = ['title', 'authorAndTitle']

/** The first rows of a table, and above each column what it is. */
export function ColumnMapper({ columns, rows }: Props) {
  const { t } = useTranslation()
  const map = columns.map ?? []
  const twice = repeatedTargets(map.map(({ target }) => target))
  const hasTitle = map.some(({ target }) => named.includes(target))
  return (
    <>
      <h3>{t('interchange.columnMap.title')}</h3>
      <p className="soft small">{t('interchange.columnMap.hint')}</p>
      {!hasTitle && <Warning text={t('interchange.columnMap.noTitle')} />}
      {twice.length > 0 && (
        <Warning
          text={t('interchange.columnMap.twice', {
            targets: twice.map((target) => t(`interchange.targets.${target}`)).join(', '),
          })}
        />
      )}
      <div className="column-map" tabIndex={0} role="region" aria-label={t('interchange.columnMap.title')}>
        <table>
          <thead>
            <tr>
              {map.map((_, column) => (
                <td key={column} className={map[column]?.target === 'ignored' ? 'ignored' : ''}>
                  <TargetSelect columns={columns} column={column} />
                </td>
              ))}
            </tr>
            <tr>
              {map.map(({ header }, column) => (
                <th key={column} scope="col">
                  {header || t('interchange.columnMap.noHeader', { column: column + 1 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shownRows).map((cells, row) => (
              <tr key={row}>
                {map.map(({ target }, column) => (
                  <td key={column} className={target === 'ignored' ? 'ignored' : ''} title={cells[column]}>
                    {cells[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** Targets that only one column can be, and more than one is. */
function repeatedTargets(targets: readonly ColumnTarget[]): ColumnTarget[] {
  const single = targets.filter((target) => target !== 'ignored' && joinOf(target) === null)
  return [...new Set(single.filter((target, at) => single.indexOf(target) !== at))]
}

function Warning({ text }: { text: string }) {
  return (
    <p className="fact warn">
      <Icon name="warning" />
      <span>{text}</span>
    </p>
  )
}

const groups = [
  { word: 'ofTitle', targets: titleTargets },
  { word: 'ofCopy', targets: copyTargets },
] as const

function TargetSelect({ columns, column }: { columns: Columns; column: number }) {
  const { t } = useTranslation()
  const choice = columns.map?.[column]
  if (!choice) return null
  const name = choice.header || t('interchange.columnMap.noHeader', { column: column + 1 })
  const saidBy = columns.saidBy(column)
  return (
    <>
      <select
        className="input"
        aria-label={t('interchange.columnMap.is', { name })}
        value={choice.target}
        onChange={({ target: { value } }) => {
          const target = columnTargets.find((known) => known === value)
          if (target) columns.set(column, { target })
        }}
      >
        <option value="ignored">{t('interchange.targets.ignored')}</option>
        {groups.map(({ word, targets }) => (
          <optgroup key={word} label={t(`interchange.columnMap.${word}`)}>
            {targets.map((target) => (
              <option key={target} value={target}>
                {t(`interchange.targets.${target}`)}
              </option>
            ))}
          </optgroup>
        ))}
        <option value="controlNumber">{t('interchange.targets.controlNumber')}</option>
      </select>
      <span className={`said-by ${saidBy}`}>
        {saidBy !== 'person' || choice.target !== 'ignored'
          ? t(`interchange.columnMap.saidBy.${saidBy}`)
          : ''}
      </span>
      {choice.target === 'accessionedOn' && (
        <select
          className="input"
          aria-label={t('interchange.columnMap.dateOrder', { name })}
          value={choice.dateOrder}
          onChange={({ target: { value } }) =>
            columns.set(column, { dateOrder: value === 'mdy' ? 'mdy' : 'dmy' })
          }
        >
          <option value="dmy">{t('interchange.columnMap.dmy')}</option>
          <option value="mdy">{t('interchange.columnMap.mdy')}</option>
        </select>
      )}
    </>
  )
}
