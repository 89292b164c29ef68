import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportingUnit } from '../../shared/reports/contract.ts'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { UnitNameField } from './UnitNameField.tsx'

/** A unit whose report is waited for, known by the code that its package bears. */
export function UnitDialog({ unit, onClose }: { unit: ReportingUnit | null; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const add = useCommand('reports.addUnit')
  const update = useCommand('reports.updateUnit')
  const [code, setCode] = useState(unit?.code ?? '')
  const [name, setName] = useState(unit?.name ?? '')
  async function submit() {
    const answer = unit
      ? await update.run({ id: unit.id, rev: unit.rev, code, name })
      : await add.run({ code, name })
    if (!answer.ok) return
    toast({ text: t('common.saved') })
    onClose()
  }
  return (
    <ActDialog
      title={t(unit ? 'reports.units.edit' : 'reports.units.add')}
      submit={t('reports.registration.submit')}
      isReady={code.trim() !== '' && name.trim() !== ''}
      isRunning={add.isRunning || update.isRunning}
      failure={add.failure ?? update.failure}
      onSubmit={submit}
      onClose={onClose}
    >
      {unit ? (
        <TextField
          label={t('reports.units.name')}
          isRequired
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      ) : (
        <UnitNameField
          value={name}
          onChange={setName}
          onTake={(known) => {
            setName(known.name)
            setCode(known.code)
          }}
        />
      )}
      <TextField
        label={t('reports.units.code')}
        hint={t('reports.units.codeHint')}
        isRequired
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
    </ActDialog>
  )
}
