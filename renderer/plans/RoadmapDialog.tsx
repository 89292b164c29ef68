import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { RoadmapFields, roadmapKinds, type Roadmap } from '../../shared/plans/contract.ts'
import { useCommand } from '../app/operations.ts'
import { RecordDialog } from '../app/RecordDialog.tsx'
import type { FieldSpec } from '../ui/RecordFields.tsx'
import { useChoices } from './use-choices.ts'

type Props = { roadmap: Roadmap | null; onClose: () => void }

const fieldByCode = {
  ends_before_begin: 'endsOn',
  approved_before_submitted: 'approvedOn',
  approval_in_future: 'approvedOn',
  approval_without_number: 'number',
  replaced_before_approved: 'replacedOn',
  replaced_by_itself: 'replacedById',
  roadmap_not_found: 'replacedById',
  document_not_found: 'documentId',
  milestone_before_start: 'startsOn',
}

export function RoadmapDialog({ roadmap, onClose }: Props) {
  const { t } = useTranslation()
  const add = useCommand('plans.addRoadmap')
  const update = useCommand('plans.updateRoadmap')
  return (
    <RecordDialog
      title={t(roadmap ? 'plans.lists.roadmaps.edit' : 'plans.lists.roadmaps.add')}
      formKey={`plans.roadmaps/${roadmap?.id ?? 'new'}`}
      schema={RoadmapFields}
      start={roadmap ? RoadmapFields.parse(roadmap) : blankRoadmap()}
      fields={useFields(roadmap?.id ?? null)}
      save={(values) =>
        roadmap ? update.run({ ...values, id: roadmap.id, rev: roadmap.rev }) : add.run(values)
      }
      command={roadmap ? update : add}
      fieldByCode={fieldByCode}
      onClose={onClose}
    />
  )
}

function blankRoadmap() {
  const year = isoDateAt(Date.now()).slice(0, 4)
  const startsOn = `${year}-01-01`
  return { ...RoadmapFields.parse({ name: '–', startsOn, endsOn: `${year}-12-31` }), name: '' }
}

function useFields(id: number | null): FieldSpec[] {
  const { t } = useTranslation()
  const { documents, roadmaps } = useChoices()
  const day = (name: 'startsOn' | 'endsOn' | 'submittedOn' | 'approvedOn' | 'replacedOn') => ({
    kind: 'date' as const,
    name,
    label: t(`plans.fields.${name}`),
  })
  return [
    {
      kind: 'text',
      name: 'name',
      label: t('plans.fields.roadmapName'),
      isRequired: true,
      isWide: true,
    },
    {
      kind: 'choice',
      name: 'kind',
      label: t('plans.fields.kind'),
      options: roadmapKinds.map((each) => ({ value: each, label: t(`plans.roadmapKinds.${each}`) })),
    },
    {
      kind: 'record',
      name: 'documentId',
      label: t('plans.fields.documentId'),
      options: documents,
      emptyLabel: t('plans.form.noDocument'),
    },
    { ...day('startsOn'), isRequired: true },
    { ...day('endsOn'), isRequired: true, hint: t('plans.form.endsHint') },
    day('submittedOn'),
    { ...day('approvedOn'), hint: t('plans.form.approvedHint') },
    { kind: 'text', name: 'number', label: t('plans.fields.number') },
    {
      kind: 'text',
      name: 'approvedBy',
      label: t('plans.fields.approvedBy'),
      hint: t('plans.form.approvedByHint'),
    },
    day('replacedOn'),
    {
      kind: 'record',
      name: 'replacedById',
      label: t('plans.fields.replacedById'),
      options: roadmaps.filter(({ value }) => value !== String(id)),
      emptyLabel: t('plans.form.noRoadmap'),
    },
    { kind: 'area', name: 'note', label: t('plans.fields.note') },
  ]
}
