import { useTranslation } from 'react-i18next'
import {
  DocumentFields,
  documentFields,
  documentKinds,
  documentOrigins,
  policyStages,
  type PolicyDocument,
} from '../../shared/plans/contract.ts'
import { useCommand } from '../app/operations.ts'
import { RecordDialog, type RecordGrid } from '../app/RecordDialog.tsx'
import type { FieldSpec } from '../ui/RecordFields.tsx'

type Props = { document: PolicyDocument | null; onClose: () => void }

export function DocumentDialog({ document, onClose }: Props) {
  const { t } = useTranslation()
  const add = useCommand('plans.addDocument')
  const update = useCommand('plans.updateDocument')
  return (
    <RecordDialog
      title={t(document ? 'plans.lists.documents.edit' : 'plans.lists.documents.add')}
      formKey={`plans.documents/${document?.id ?? 'new'}`}
      schema={DocumentFields}
      start={document ? DocumentFields.parse(document) : { ...DocumentFields.parse({ name: '–' }), name: '' }}
      fields={useFields()}
      grid={useStageGrid()}
      save={(values) =>
        document ? update.run({ ...values, id: document.id, rev: document.rev }) : add.run(values)
      }
      command={document ? update : add}
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
      label: t('plans.fields.documentName'),
      isRequired: true,
      isWide: true,
    },
    { kind: 'text', name: 'number', label: t('plans.fields.number') },
    { kind: 'date', name: 'issuedOn', label: t('plans.fields.issuedOn') },
    { kind: 'text', name: 'issuer', label: t('plans.fields.issuer') },
    {
      kind: 'choice',
      name: 'kind',
      label: t('plans.fields.kind'),
      options: documentKinds.map((each) => ({ value: each, label: t(`plans.documentKinds.${each}`) })),
    },
    {
      kind: 'choice',
      name: 'field',
      label: t('plans.fields.field'),
      options: documentFields.map((each) => ({ value: each, label: t(`plans.documentFields.${each}`) })),
    },
    {
      kind: 'choice',
      name: 'origin',
      label: t('plans.fields.origin'),
      options: documentOrigins.map((each) => ({ value: each, label: t(`plans.origins.${each}`) })),
    },
    {
      kind: 'text',
      name: 'quotedAs',
      label: t('plans.fields.quotedAs'),
      hint: t('plans.form.quotedHint'),
      isWide: true,
    },
    { kind: 'area', name: 'note', label: t('plans.fields.note') },
  ]
}

const mostStages = 60

function useStageGrid(): RecordGrid {
  const { t } = useTranslation()
  return {
    name: 'stages',
    label: t('plans.form.stages'),
    hint: t('plans.form.stagesHint'),
    maxRows: mostStages,
    newRow: () => ({
      id: '',
      stage: 'review',
      on: '',
      evidence: '',
      note: '',
    }),
    columns: [
      {
        key: 'stage',
        kind: 'choice',
        label: t('plans.fields.stage'),
        widthPx: 170,
        options: policyStages.map((each) => ({ value: each, label: t(`plans.stages.${each}`) })),
      },
      {
        key: 'on',
        kind: 'date',
        label: t('plans.fields.on'),
        widthPx: 110,
        isRequired: true,
      },
      {
        key: 'evidence',
        kind: 'text',
        label: t('plans.fields.evidence'),
        widthPx: 200,
        grows: true,
      },
      { key: 'note', kind: 'text', label: t('plans.fields.note'), widthPx: 180, grows: true },
    ],
  }
}
