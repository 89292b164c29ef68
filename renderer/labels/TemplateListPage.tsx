import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Template } from '../../shared/labels/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { nextName } from './design-edits.ts'
import { LabelDrawing } from './LabelDrawing.tsx'
import { LabelTabs } from './LabelTabs.tsx'
import { LabelTemplateDialog } from './LabelTemplateDialog.tsx'

/** The looks that labels can have; the one that is chosen is shown as it is printed. */
export function TemplateListPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const templates = useQuery('labels.templates', {})
  const [selected, setSelected] = useState<number | null>(null)
  const [isAdding, setAdding] = useState(false)
  const columns = useColumns()
  const rows = templates.value ?? []
  const current = rows.find(({ id }) => id === selected) ?? rows[0]
  return (
    <div className="page filled">
      <PageHeader title={t('labels.templates.title')} hint={t('labels.templates.hint')}>
        <Button kind="primary" icon="add" onClick={() => setAdding(true)}>
          {t('labels.templates.add')}
        </Button>
      </PageHeader>
      <LabelTabs />
      <Failure of={templates.failure} />
      <div className="split labels">
        <Table
          label={t('labels.templates.title')}
          name="labels.templates"
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          selected={current?.id ?? null}
          onSelect={({ id }) => setSelected(id)}
          onOpen={({ id }) => void navigate(`/labels/templates/${id}`)}
          total={{ count: rows.length, isExact: true }}
          isLoading={templates.isLoading}
          empty={<EmptyState icon="tag" text={t('labels.templates.empty')} />}
        />
        {current && <TemplateSide key={current.id} template={current} taken={rows.map(({ name }) => name)} />}
      </div>
      {isAdding && <LabelTemplateDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

function useColumns(): Column<Template>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return [
    { key: 'name', label: t('labels.templates.name'), widthPx: 220, grows: true, cell: ({ name }) => name },
    {
      key: 'kind',
      label: t('labels.templates.kind'),
      widthPx: 150,
      cell: ({ kind }) => t(`labels.kinds.${kind}`),
    },
    {
      key: 'size',
      label: t('labels.templates.size'),
      widthPx: 150,
      cell: ({ design }) =>
        t('labels.templates.mm', { width: number(design.widthMm), height: number(design.heightMm) }),
    },
  ]
}

function TemplateSide({ template, taken }: { template: Template; taken: string[] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const { id, rev, name, kind, design } = template
  const sample = useQuery('labels.sample', { design }).value
  const add = useCommand('labels.addTemplate')
  const remove = useCommand('labels.removeTemplate')
  async function copy() {
    const answer = await add.run({ name: nextName(name, taken), kind, design })
    if (answer.ok) void navigate(`/labels/templates/${answer.value.id}`)
  }
  async function drop() {
    const answer = await remove.run({ id, rev })
    if (answer.ok)
      toast({
        text: t('labels.templates.removed', { name }),
        onUndo: async () => void (await add.run({ name, kind, design })),
      })
  }
  return (
    <aside className="card label-side" aria-label={name}>
      <h2>{name}</h2>
      {sample && (
        <div className="label-samples">
          <LabelDrawing drawing={sample.drawing} label={t('labels.templates.sample', { name })} />
        </div>
      )}
      <p className="soft small">{t('labels.templates.sampleHint')}</p>
      <div className="row">
        <Button icon="edit" onClick={() => void navigate(`/labels/templates/${id}`)}>
          {t('labels.templates.edit')}
        </Button>
        <Button icon="file" disabled={add.isRunning} onClick={() => void copy()}>
          {t('labels.templates.copy')}
        </Button>
        <Button icon="remove" disabled={remove.isRunning} onClick={() => void drop()}>
          {t('labels.templates.remove')}
        </Button>
      </div>
      <Failure of={add.failure} />
      <Failure of={remove.failure} />
    </aside>
  )
}
