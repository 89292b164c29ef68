import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { manners, priorityClasses, type PlannedProject } from '../../shared/digitization/contract.ts'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { DateField } from '../ui/DateField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { countIn, readTargets, rowsOf, targetKeys, type TargetKey, type TargetRow } from './target-rows.ts'

type Props = { year: number; project?: PlannedProject; onClose: () => void }

export function ProjectDialog({ year, project, onClose }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const add = useCommand('digitization.addProject')
  const update = useCommand('digitization.updateProject')
  const [fields, setFields] = useState(() => ({
    year: project?.year ?? (year as number | null),
    name: project?.name ?? '',
    manner: project?.manner ?? ('in_house' as const),
    contractor: project?.contractor ?? '',
    funding: project?.funding ?? '',
    budgetMinor: project?.budgetMinor ?? null,
    startsOn: project?.startsOn ?? null,
    endsOn: project?.endsOn ?? null,
  }))
  const put = (change: Partial<typeof fields>) => setFields({ ...fields, ...change })
  const [rows, setRows] = useState(() => rowsOf(project?.targets ?? []))
  const targets = readTargets(rows)
  const isReady = fields.name.trim() !== '' && fields.year !== null && targets !== null
  async function submit() {
    if (fields.year === null || targets === null) return
    const values = { ...fields, year: fields.year, targets, note: project?.note ?? '' }
    const answer = project
      ? await update.run({ ...values, id: project.id, rev: project.rev })
      : await add.run(values)
    if (!answer.ok) return
    toast({ text: t('common.saved') })
    onClose()
  }
  return (
    <ActDialog
      title={t(project ? 'digitization.project.change' : 'digitization.project.add')}
      onClose={onClose}
      isWide
      submit={t('common.actions.save')}
      icon="save"
      isReady={isReady}
      isRunning={add.isRunning || update.isRunning}
      failure={add.failure ?? update.failure}
      onSubmit={submit}
    >
      <TextField
        label={t('digitization.project.name')}
        isRequired
        maxLength={200}
        value={fields.name}
        onChange={(event) => put({ name: event.target.value })}
      />
      <div className="form-grid">
        <NumberField
          label={t('digitization.plan.year')}
          isGrouped={false}
          isRequired
          value={fields.year}
          onChange={(value) => put({ year: value })}
        />
        <Select
          label={t('digitization.project.manner')}
          value={fields.manner}
          options={manners.map((each) => ({ value: each, label: t(`digitization.manners.${each}`) }))}
          onChange={(event) =>
            put({ manner: manners.find((each) => each === event.target.value) ?? 'in_house' })
          }
        />
        <TextField
          label={t('digitization.project.contractor')}
          isRequired={fields.manner === 'contractor'}
          disabled={fields.manner === 'in_house'}
          maxLength={300}
          value={fields.contractor}
          onChange={(event) => put({ contractor: event.target.value })}
        />
        <TextField
          label={t('digitization.project.funding')}
          maxLength={300}
          value={fields.funding}
          onChange={(event) => put({ funding: event.target.value })}
        />
        <NumberField
          label={t('digitization.project.budget')}
          value={fields.budgetMinor}
          onChange={(value) => put({ budgetMinor: value })}
        />
        <DateField
          label={t('digitization.project.startsOn')}
          value={fields.startsOn}
          onChange={(value) => put({ startsOn: value })}
        />
        <DateField
          label={t('digitization.project.endsOn')}
          value={fields.endsOn}
          onChange={(value) => put({ endsOn: value })}
        />
      </div>
      <TargetTable rows={rows} onChange={setRows} />
    </ActDialog>
  )
}

function TargetTable({ rows, onChange }: { rows: TargetRow[]; onChange: (rows: TargetRow[]) => void }) {
  const { t } = useTranslation()
  const put = (at: number, key: TargetKey, value: string) =>
    onChange(rows.map((row, place) => (place === at ? { ...row, [key]: value } : row)))
  return (
    <table className="plain-table target-table" aria-label={t('digitization.project.targets')}>
      <thead>
        <tr>
          <th scope="col">{t('digitization.project.targets')}</th>
          {targetKeys.map((key) => (
            <th key={key} scope="col">
              {t(`digitization.plan.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {priorityClasses.map((name, at) => (
          <tr key={name}>
            <th scope="row">{t(`digitization.classes.${name}`)}</th>
            {targetKeys.map((key) => {
              const value = rows[at]?.[key] ?? ''
              const isWrong = countIn(value) === null
              return (
                <td key={key}>
                  <input
                    className="input number"
                    inputMode="numeric"
                    aria-label={`${t(`digitization.classes.${name}`)}: ${t(`digitization.plan.${key}`)}`}
                    aria-invalid={isWrong || undefined}
                    title={isWrong ? t('digitization.project.wrong') : undefined}
                    value={value}
                    onChange={(event) => put(at, key, event.target.value)}
                  />
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
