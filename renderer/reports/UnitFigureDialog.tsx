import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { UnitFigure, UnitReport } from '../../shared/reports/contract.ts'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useIndicatorTexts } from '../indicators/index.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Hash } from '../ui/Hash.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useStated } from './use-stated.ts'

type Props = { figure: UnitFigure; of: Output<'reports.consolidation'>; onClose: () => void }

/** Where a figure ends: at each unit, and at the very package it came by. */
export function UnitFigureDialog({ figure, of: { units, reports }, onClose }: Props) {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const stated = useStated()
  const { code, manner } = figure
  return (
    <Dialog title={`${code} · ${texts.name(code)}`} onClose={onClose} isWide>
      <div className="stack">
        <p className="soft">{t(`reports.units.mannerHints.${manner}`)}</p>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('reports.units.name')}</th>
              <th scope="col" className="end">
                {texts.unit(code)}
              </th>
              <th scope="col">{t('reports.units.origin')}</th>
            </tr>
          </thead>
          <tbody>
            {units.map(({ id, name }) => {
              const told = figure.units.find(({ unitId }) => unitId === id)
              const report = reports.find(({ unitId, isCounted }) => unitId === id && isCounted)
              return (
                <tr key={id}>
                  <td>{name}</td>
                  <td className="end nowrap">{told ? stated(told) : t('reports.units.missing')}</td>
                  <td>{report && <Origin report={report} name={name} onTakenBack={onClose} />}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Dialog>
  )
}

type OriginProps = { report: UnitReport; name: string; onTakenBack: () => void }

function Origin({ report, name, onTakenBack }: OriginProps) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const takeBack = useCommand('reports.takeBackUnitReport')
  const restore = useCommand('reports.restoreUnitReport')
  const { id, revision, fileName, hash, signedAt, takenAt, takenBy } = report
  async function give() {
    const answer = await takeBack.run({ id })
    if (!answer.ok) return
    toast({
      text: t('reports.units.takenBack', { name, revision }),
      onUndo: async () => void (await restore.run({ id })),
    })
    onTakenBack()
  }
  return (
    <>
      {signedAt === null
        ? t('reports.form.originOf', { revision, file: fileName })
        : t('reports.units.originOf', { revision, file: fileName, signed: displayInstant(signedAt) })}{' '}
      <Hash value={hash} />
      <div className="soft small">
        {[displayInstant(takenAt), takenBy].filter(Boolean).join(' · ')}
        {can('reports.prepare') && (
          <Button kind="quiet" disabled={takeBack.isRunning} onClick={() => void give()}>
            {t('reports.units.takeBack')}
          </Button>
        )}
      </div>
      <Failure of={takeBack.failure} />
    </>
  )
}
