import { useTranslation } from 'react-i18next'
import { MilestoneFields, taskGroups, workshopGroups, type Milestone } from '../../shared/plans/contract.ts'
import { useCommand } from '../app/operations.ts'
import { RecordDialog } from '../app/RecordDialog.tsx'
import type { FieldSpec } from '../ui/RecordFields.tsx'

type Props = {
  roadmap: { id: number; endsOn: string }
  milestone: Milestone | null
  onClose: () => void
}

const fieldByCode = {
  due_before_plan: 'dueOn',
  due_after_delay: 'dueOn',
  done_in_future: 'doneOn',
  done_without_proof: 'evidence',
}

export function MilestoneDialog({ roadmap, milestone, onClose }: Props) {
  const { t } = useTranslation()
  const add = useCommand('plans.addMilestone')
  const update = useCommand('plans.updateMilestone')
  return (
    <RecordDialog
      title={t(milestone ? 'plans.lists.milestones.edit' : 'plans.lists.milestones.add')}
      formKey={`plans.milestone/${roadmap.id}/${milestone?.id ?? 'new'}`}
      schema={MilestoneFields}
      start={
        milestone
          ? MilestoneFields.parse(milestone)
          : { ...MilestoneFields.parse({ name: '–', dueOn: roadmap.endsOn }), name: '' }
      }
      fields={useFields()}
      save={(values) =>
        milestone
          ? update.run({ ...values, id: milestone.id, rev: milestone.rev })
          : add.run({ ...values, roadmapId: roadmap.id })
      }
      command={milestone ? update : add}
      fieldByCode={fieldByCode}
      onClose={onClose}
    />
  )
}

function useFields(): FieldSpec[] {
  const { t } = useTranslation()
  return [
    {
      kind: 'text',
      name: 'name',
      label: t('plans.fields.milestoneName'),
      isRequired: true,
      isWide: true,
    },
    { kind: 'date', name: 'dueOn', label: t('plans.fields.dueOn'), isRequired: true },
    { kind: 'text', name: 'post', label: t('plans.fields.post'), hint: t('plans.form.postHint') },
    {
      kind: 'word',
      name: 'workshopGroup',
      label: t('plans.fields.workshopGroup'),
      emptyLabel: t('plans.form.noGroup'),
      options: workshopGroups.map((each) => ({ value: each, label: t(`plans.workshopGroups.${each}`) })),
    },
    {
      kind: 'word',
      name: 'taskGroup',
      label: t('plans.fields.taskGroup'),
      emptyLabel: t('plans.form.noGroup'),
      options: taskGroups.map((each) => ({ value: each, label: t(`plans.taskGroups.${each}`) })),
    },
    { kind: 'date', name: 'doneOn', label: t('plans.fields.doneOn'), hint: t('plans.form.doneHint') },
    {
      kind: 'text',
      name: 'evidence',
      label: t('plans.fields.evidence'),
      hint: t('plans.form.evidenceHint'),
    },
    { kind: 'area', name: 'note', label: t('plans.fields.note') },
  ]
}
