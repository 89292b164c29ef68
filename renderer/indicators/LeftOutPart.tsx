import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { measureName } from '../../shared/indicators/own-text.ts'
import type { Output } from '../app/operation-types.ts'
import { usePages, useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { RowsDialog } from './RowsDialog.tsx'

type Asked = { code: string; period: string }
type Group = Output<'indicators.leftOut'>['groups'][number]

/** Rows that look as if they belonged to a figure and were not counted, by why. */
export function LeftOutPart({ isFrozen, ...asked }: Asked & { isFrozen: boolean }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { value, failure, isLoading } = useQuery('indicators.leftOut', asked)
  const [open, setOpen] = useState<Group | null>(null)
  return (
    <div className="change-part">
      <section className="card stack" aria-label={t('indicators.leftOut.label')} aria-busy={isLoading}>
        <Failure of={failure} />
        {isFrozen && <p className="soft small">{t('indicators.leftOut.signed')}</p>}
        {value && value.groups.length === 0 && <p className="soft">{t('indicators.leftOut.none')}</p>}
        {value && value.groups.length > 0 && (
          <>
            <p className="soft small">{t('indicators.leftOut.hint')}</p>
            <table className="plain-table">
              <thead>
                <tr>
                  {(['part', 'reason', 'rowCount'] as const).map((key) => (
                    <th key={key} scope="col" className={key === 'rowCount' ? 'end' : undefined}>
                      {t(`indicators.leftOut.columns.${key}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {value.groups.map((group) => {
                  const reason = t(`indicators.leftOut.reasons.${group.reason}`)
                  return (
                    <tr key={`${group.measure} ${group.reason}`}>
                      <td>{measureName(t, group.measure)}</td>
                      <td>{reason}</td>
                      <td className="end">
                        <button
                          type="button"
                          className="figure-value"
                          aria-label={t('indicators.leftOut.open', { count: group.rowCount, reason })}
                          onClick={() => setOpen(group)}
                        >
                          {number(group.rowCount)}
                        </button>
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </>
        )}
      </section>
      {open && <LeftOutRows asked={asked} group={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function LeftOutRows({ asked, group, onClose }: { asked: Asked; group: Group; onClose: () => void }) {
  const { t } = useTranslation()
  const { measure, reason } = group
  const list = usePages('indicators.leftOutRows', { ...asked, measure, reason })
  const title = t('indicators.leftOut.rows', { reason: t(`indicators.leftOut.reasons.${reason}`) })
  return <RowsDialog title={title} list={list} onClose={onClose} />
}
