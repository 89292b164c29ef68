import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { materials } from '../../shared/catalogue/contract.ts'
import type { Template } from '../../shared/digitization/contract.ts'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { blankStage, StageRows, type StageRow } from './StageRows.tsx'

let nextKey = 1
const keyed = (stage: Omit<StageRow, 'key'>): StageRow => ({ ...stage, key: nextKey++ })

export function WorkflowTemplateDialog({ template, onClose }: { template?: Template; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const add = useCommand('digitization.addTemplate')
  const update = useCommand('digitization.updateTemplate')
  const [name, setName] = useState(template?.name ?? '')
  const [material, setMaterial] = useState(template?.material ?? null)
  const [stages, setStages] = useState<StageRow[]>(() =>
    (template?.stages ?? []).map(({ kind, name: stage, role }) => keyed({ kind, name: stage, role })),
  )
  const isReady = name.trim() !== '' && stages.length > 0 && stages.every((stage) => stage.name.trim() !== '')
  async function submit() {
    const fields = { name, material, stages: stages.map(({ key: _, ...stage }) => stage) }
    const answer = template
      ? await update.run({ ...fields, id: template.id, rev: template.rev })
      : await add.run(fields)
    if (!answer.ok) return
    toast({ text: t('common.saved') })
    onClose()
  }
  return (
    <ActDialog
      title={t(template ? 'digitization.templates.change' : 'digitization.templates.add')}
      onClose={onClose}
      isWide
      submit={t('common.actions.save')}
      icon="save"
      isReady={isReady}
      isRunning={add.isRunning || update.isRunning}
      failure={add.failure ?? update.failure}
      onSubmit={submit}
    >
      <div className="form-grid">
        <TextField
          label={t('digitization.fields.name')}
          isRequired
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Select
          label={t('digitization.templates.material')}
          value={material ?? ''}
          emptyLabel={t('digitization.templates.anyMaterial')}
          options={materials.map((each) => ({ value: each, label: t(`catalogue.materials.${each}`) }))}
          onChange={(event) => setMaterial(materials.find((each) => each === event.target.value) ?? null)}
        />
      </div>
      <StageRows stages={stages} onChange={setStages} />
      <div>
        <Button
          icon="add"
          disabled={stages.length >= 30}
          onClick={() =>
            setStages([...stages, keyed(blankStage(stages, (kind) => t(`digitization.kinds.${kind}`)))])
          }
        >
          {t('digitization.templates.addStage')}
        </Button>
      </div>
    </ActDialog>
  )
}
