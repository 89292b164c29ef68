import { useMemo } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { equipmentKinds, purposes } from '../../shared/facilities/contract.ts'
import type { Input } from '../app/operation-types.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCommand } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { EntryGrid, type EntryRow } from '../ui/EntryGrid.tsx'
import { valuesOf, type ValueColumn } from '../ui/entry-values.ts'
import { Failure } from '../ui/Failure.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useChoices } from './use-choices.ts'

const mostRows = 500

/** An existing list of equipment, pasted from Excel or typed: all of it is added, or nothing. */
export function EquipmentManyPage() {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const style = numberStyle(i18n.language)
  const columns = useColumns()
  const add = useCommand('facilities.addEquipment')
  const form = useForm<{ rows: EntryRow[] }>({ defaultValues: { rows: [newRow()] } })
  const draft = useDraft('facilities.many', form)
  const rows = useWatch({ control: form.control, name: 'rows' })
  const { values, problems } = useMemo(() => valuesOf(rows, columns, style), [rows, columns, style])
  async function save() {
    // The contract's own schema has the last word on what was typed.
    const given = values.map(({ id: _, ...row }) => row) as Input<'facilities.addEquipment'>['rows']
    const answer = await add.run({ rows: given })
    if (!answer.ok) return
    await draft.finish()
    toast({ text: t('facilities.many.added', { count: given.length }) })
    void navigate('/facilities/equipment')
  }
  return (
    <div className="page filled">
      <PageHeader
        title={t('facilities.many.title')}
        hint={t('facilities.many.hint')}
        back={{ to: '/facilities/equipment', label: t('facilities.tabs.equipment') }}
      >
        <Button
          kind="primary"
          icon="save"
          disabled={values.length === 0 || problems.length > 0 || add.isRunning}
          onClick={() => void save()}
        >
          {t('facilities.many.save', { count: values.length })}
        </Button>
      </PageHeader>
      <DraftNotice draft={draft} />
      <Failure of={add.failure} />
      <EntryGrid
        label={t('facilities.many.title')}
        columns={columns}
        rows={rows}
        onChange={(next) => form.setValue('rows', next, { shouldDirty: true })}
        problems={problems.map(({ code, ...place }) => ({ ...place, text: t(`ui.invalid.${code}`) }))}
        newRow={newRow}
        maxRows={mostRows}
        mayRemoveRows={rows.length > 1}
        takesFocus
      />
    </div>
  )
}

/** What is usual goes on from the row above. */
function newRow(above?: EntryRow): EntryRow {
  return {
    id: '',
    inventoryNumber: '',
    name: '',
    kind: above?.kind ?? 'computer',
    purpose: above?.purpose ?? 'work',
    model: '',
    serialNumber: '',
    acquiredOn: above?.acquiredOn ?? displayDate(isoDateAt(Date.now())),
    price: '',
    source: above?.source ?? 'purchase',
    sourceName: above?.sourceName ?? '',
    roomId: above?.roomId ?? '',
    siteId: above?.siteId ?? '',
  }
}

function useColumns(): ValueColumn[] {
  const { t } = useTranslation()
  const { sites, rooms, sourceOptions } = useChoices()
  return useMemo(() => {
    const text = (key: 'inventoryNumber' | 'model' | 'serialNumber' | 'sourceName', widthPx: number) => ({
      key,
      kind: 'text' as const,
      label: t(`facilities.fields.${key}`),
      widthPx,
    })
    return [
      text('inventoryNumber', 110),
      {
        key: 'name',
        kind: 'text',
        label: t('facilities.fields.equipmentName'),
        widthPx: 190,
        grows: true,
        isRequired: true,
      },
      {
        key: 'kind',
        kind: 'choice',
        label: t('facilities.fields.kind'),
        widthPx: 140,
        options: equipmentKinds.map((each) => ({
          value: each,
          label: t(`facilities.equipmentKinds.${each}`),
        })),
      },
      {
        key: 'purpose',
        kind: 'choice',
        label: t('facilities.fields.usedBy'),
        widthPx: 100,
        options: purposes.map((each) => ({ value: each, label: t(`facilities.purposes.${each}`) })),
      },
      text('model', 110),
      text('serialNumber', 110),
      {
        key: 'acquiredOn',
        kind: 'date',
        isUsual: true,
        label: t('facilities.fields.acquiredOn'),
        widthPx: 100,
        isRequired: true,
      },
      {
        key: 'price',
        kind: 'number',
        isWhole: true,
        label: t('facilities.fields.price'),
        widthPx: 110,
        align: 'end',
      },
      {
        key: 'source',
        kind: 'choice',
        label: t('facilities.fields.source'),
        widthPx: 110,
        options: sourceOptions,
      },
      { ...text('sourceName', 130), isUsual: true },
      {
        key: 'siteId',
        kind: 'numberedChoice',
        isUsual: true,
        label: t('facilities.fields.siteId'),
        widthPx: 130,
        options: [{ value: '', label: '' }, ...sites],
      },
      {
        key: 'roomId',
        kind: 'numberedChoice',
        isUsual: true,
        label: t('facilities.fields.roomId'),
        widthPx: 130,
        options: [{ value: '', label: '' }, ...rooms],
      },
    ]
  }, [t, sites, rooms, sourceOptions])
}
