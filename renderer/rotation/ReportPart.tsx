import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { ReportFields, type Report, type Shipment } from '../../shared/rotation/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RecordDialog } from '../app/RecordDialog.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import type { FieldSpec } from '../ui/RecordFields.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { shipment: Shipment }

/** What the point served with it, as it told; no part of the library's own circulation. */
export function ReportPart({ shipment }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const toast = useToast()
  const [edited, edit] = useState<Report | 'new' | null>(null)
  const reports = useQuery('rotation.reports', { shipmentId: shipment.id })
  const remove = useCommand('rotation.removeReport')
  const add = useCommand('rotation.addReport')
  const mayWrite = can('rotation.write')
  async function drop({ id, rev, ...fields }: Report) {
    const answer = await remove.run({ id, rev })
    if (answer.ok)
      toast({ text: t('rotation.reports.removed'), onUndo: async () => void (await add.run(fields)) })
  }
  const rows = reports.value ?? []
  const shown = (value: number | null) => (value === null ? '' : number(value))
  return (
    <section className="card stack">
      <h2>{t('rotation.reports.title')}</h2>
      <p className="soft">{t('rotation.reports.hint')}</p>
      <Failure of={reports.failure ?? remove.failure} />
      {rows.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('rotation.reports.month')}</th>
              <th className="end">{t('rotation.fields.readersThere')}</th>
              <th className="end">{t('rotation.fields.loansThere')}</th>
              <th>{t('rotation.reports.source')}</th>
              <th>{t('rotation.reports.toldOn')}</th>
              {mayWrite && <th aria-label={t('rotation.reports.acts')} />}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{row.month === null ? t('rotation.reports.whole') : displayDate(row.month).slice(3)}</td>
                <td className="end">{shown(row.readers)}</td>
                <td className="end">{shown(row.loans)}</td>
                <td>{row.source}</td>
                <td>{displayDate(row.toldOn)}</td>
                {mayWrite && (
                  <td className="nowrap">
                    <IconButton icon="edit" label={t('rotation.reports.edit')} onClick={() => edit(row)} />
                    <IconButton
                      icon="remove"
                      label={t('rotation.reports.remove')}
                      onClick={() => void drop(row)}
                    />
                  </td>
                )}
              </tr>
            ))}
            <tr>
              <th>{t('rotation.reports.total')}</th>
              <td className="end">{shown(shipment.readers)}</td>
              <td className="end">{shown(shipment.loans)}</td>
              <td colSpan={mayWrite ? 3 : 2} />
            </tr>
          </tbody>
        </table>
      )}
      {mayWrite && (
        <div className="row no-print">
          <Button icon="add" onClick={() => edit('new')}>
            {t('rotation.reports.add')}
          </Button>
        </div>
      )}
      {edited !== null && (
        <ReportDialog
          shipment={shipment}
          report={edited === 'new' ? null : edited}
          onClose={() => edit(null)}
        />
      )}
    </section>
  )
}

type DialogProps = Props & { report: Report | null; onClose: () => void }

function ReportDialog({ shipment, report, onClose }: DialogProps) {
  const { t } = useTranslation()
  const add = useCommand('rotation.addReport')
  const update = useCommand('rotation.updateReport')
  const today = isoDateAt(Date.now())
  const fields: FieldSpec[] = [
    {
      kind: 'date',
      name: 'month',
      label: t('rotation.reports.month'),
      hint: t('rotation.reports.monthHint'),
    },
    { kind: 'number', name: 'readers', label: t('rotation.fields.readersThere') },
    { kind: 'number', name: 'loans', label: t('rotation.fields.loansThere') },
    {
      kind: 'text',
      name: 'source',
      label: t('rotation.reports.source'),
      hint: t('rotation.reports.sourceHint'),
      isRequired: true,
    },
    { kind: 'date', name: 'toldOn', label: t('rotation.reports.toldOn'), isRequired: true },
  ]
  const blank = { month: null, readers: null, loans: null, source: '', toldOn: today }
  return (
    <RecordDialog
      title={t(report ? 'rotation.reports.edit' : 'rotation.reports.add')}
      formKey={`rotation.report/${shipment.id}/${report?.id ?? 'new'}`}
      schema={ReportFields}
      start={report ? ReportFields.parse(report) : { ...blank, shipmentId: shipment.id }}
      fields={fields}
      save={(values) => {
        // Any day stands for its month.
        const month = values.month === null ? null : `${values.month.slice(0, 7)}-01`
        const told = { ...values, month }
        return report ? update.run({ ...told, id: report.id, rev: report.rev }) : add.run(told)
      }}
      command={report ? update : add}
      fieldByCode={{
        report_twice: 'month',
        report_mixed: 'month',
        report_out_of_time: 'month',
        report_tells_nothing: 'readers',
        in_future: 'toldOn',
      }}
      onClose={onClose}
    />
  )
}
