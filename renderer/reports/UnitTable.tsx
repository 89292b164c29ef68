import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { ReportingUnit, UnitReport } from '../../shared/reports/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import type { Output } from '../app/operation-types.ts'
import { useCommand, useJob } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { IconButton } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Hash } from '../ui/Hash.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { UnitDialog } from './UnitDialog.tsx'

type Props = { of: Output<'reports.consolidation'>; period: string; mayWrite: boolean }

/** Who was to report, who has, and by which file. */
export function UnitTable({ of: { units, reports }, period, mayWrite }: Props) {
  const { t } = useTranslation()
  const making = useJob('reports.makeForm')
  useSavedFile(making.output?.file, making.clear)
  const [edited, setEdited] = useState<ReportingUnit | null>(null)
  const reported = new Set(reports.map(({ unitId }) => unitId)).size
  return (
    <section className="card scrolls-across">
      <h2>{t('reports.units.reported', { count: units.length, reported })}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('reports.units.name')}</th>
            <th scope="col">{t('reports.units.code')}</th>
            <th scope="col">{t('reports.units.standing')}</th>
            <th scope="col">{t('reports.units.file')}</th>
            <th scope="col">{t('reports.units.takenAt')}</th>
            {mayWrite && (
              <th scope="col">
                <span className="visually-hidden">{t('reports.units.acts')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <UnitRows
              key={unit.id}
              unit={unit}
              reports={reports.filter(({ unitId }) => unitId === unit.id)}
              mayWrite={mayWrite}
              onEdit={() => setEdited(unit)}
              onForm={() => void making.start({ unitId: unit.id, period })}
            />
          ))}
        </tbody>
      </table>
      <JobProgress run={making} />
      {edited && <UnitDialog unit={edited} onClose={() => setEdited(null)} />}
    </section>
  )
}

type RowsProps = {
  unit: ReportingUnit
  reports: UnitReport[]
  mayWrite: boolean
  onEdit: () => void
  onForm: () => void
}

function UnitRows({ unit, reports, mayWrite, onEdit, onForm }: RowsProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const remove = useCommand('reports.removeUnit')
  const restore = useCommand('reports.restoreUnit')
  async function drop() {
    const { id, name } = unit
    const answer = await remove.run({ id })
    if (answer.ok)
      toast({
        text: t('reports.units.removed', { name }),
        onUndo: async () => void (await restore.run({ id })),
      })
  }
  const acts = mayWrite && (
    <td className="nowrap">
      <IconButton icon="list" label={t('reports.form.makeFor', { name: unit.name })} onClick={onForm} />
      <IconButton icon="edit" label={t('reports.units.editOf', { name: unit.name })} onClick={onEdit} />
      <IconButton
        icon="remove"
        label={t('reports.units.removeOf', { name: unit.name })}
        disabled={remove.isRunning}
        onClick={() => void drop()}
      />
      <Failure of={remove.failure} />
    </td>
  )
  if (reports.length === 0)
    return (
      <tr>
        <td>{unit.name}</td>
        <td className="nowrap">{unit.code}</td>
        <td>
          <Chip tone="warn">{t('reports.units.missing')}</Chip>
        </td>
        <td />
        <td />
        {acts}
      </tr>
    )
  return reports.map((report, at) => (
    <tr key={report.id} className={report.isCounted ? '' : 'soft'}>
      <td>{at === 0 ? unit.name : ''}</td>
      <td className="nowrap">{at === 0 ? unit.code : ''}</td>
      <td>
        <Chip tone={report.isCounted ? 'good' : 'plain'}>
          {t(report.isCounted ? 'reports.units.counted' : 'reports.units.replaced', {
            revision: report.revision,
          })}
        </Chip>
      </td>
      <td>
        {report.fileName} <Hash value={report.hash} />
      </td>
      <td>{[displayInstant(report.takenAt), report.takenBy].filter(Boolean).join(' · ')}</td>
      {mayWrite && (at === 0 ? acts : <td />)}
    </tr>
  ))
}
