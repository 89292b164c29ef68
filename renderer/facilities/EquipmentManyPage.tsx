import { useMemo, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { Gift } from '../../shared/cooperation/contract.ts'
import { inDong } from '../../shared/cooperation/rules.ts'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { equipmentKinds, purposes } from '../../shared/facilities/contract.ts'
import type { Input } from '../app/operation-types.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCommand, useQuery } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
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
  const [search] = useSearchParams()
  const [giftId, itemId] = [Number(search.get('gift')), Number(search.get('item'))]
  return giftId > 0 ? <OfGift giftId={giftId} itemId={itemId} /> : <ManyForm given={null} />
}

/** What was given, one row for each thing that is not recorded yet. */
function OfGift({ giftId, itemId }: { giftId: number; itemId: number }) {
  const { t } = useTranslation()
  const { value: gift, failure } = useQuery('cooperation.gift', { id: giftId })
  // News of what is saved here must not pass for what the form began from.
  const [begun, setBegun] = useState<Given | null>(null)
  const item = gift?.items.find(({ id }) => id === itemId)
  if (gift && item && begun?.item.id !== itemId) setBegun({ gift, item })
  if (begun?.item.id === itemId) return <ManyForm key={itemId} given={begun} />
  return (
    <div className="page">
      <PageHeader
        title={t('facilities.many.title')}
        back={{ to: `/cooperation/gifts/${giftId}`, label: t('facilities.given.gift') }}
      />
      <Failure of={failure} />
      {gift && <EmptyState icon="gift" text={t('facilities.given.noItem')} />}
    </div>
  )
}

type Given = { gift: Gift; item: Gift['items'][number] }

function draftKeyOf(given: Given | null): string {
  return given ? `facilities.manyOf/${given.gift.id}.${given.item.id ?? 0}` : 'facilities.many'
}

function ManyForm({ given }: { given: Given | null }) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const style = numberStyle(i18n.language)
  const all = useColumns()
  // A gift says by itself who gave it.
  const columns = useMemo(
    () => (given ? all.filter(({ key }) => !ofSource.includes(key)) : all),
    [all, given],
  )
  const add = useCommand('facilities.addEquipment')
  const remove = useCommand('facilities.removeEquipment')
  const [start] = useState(() => (given ? givenRows(given) : [newRow()]))
  const form = useForm<{ rows: EntryRow[] }>({ defaultValues: { rows: start } })
  const draft = useDraft(draftKeyOf(given), form)
  const rows = useWatch({ control: form.control, name: 'rows' })
  const { values, problems } = useMemo(() => valuesOf(rows, columns, style), [rows, columns, style])
  const to = given ? `/cooperation/gifts/${given.gift.id}` : '/facilities/equipment'
  async function save() {
    const tie = given ? { giftItemId: given.item.id } : {}
    // The contract's own schema has the last word on what was typed.
    const typed = values.map(({ id: _, ...row }) => ({ ...row, ...tie }))
    const answer = await add.run({ rows: typed as Input<'facilities.addEquipment'>['rows'] })
    if (!answer.ok) return
    await draft.finish()
    const { ids } = answer.value
    toast({
      text: t('facilities.many.added', { count: ids.length }),
      onUndo: async () => {
        for (const id of ids) await remove.run({ id, rev: 1 })
      },
    })
    void navigate(to)
  }
  return (
    <div className="page filled">
      <PageHeader
        title={t('facilities.many.title')}
        hint={
          given
            ? t('facilities.given.hint', { name: given.item.name, what: given.gift.what })
            : t('facilities.many.hint')
        }
        back={{ to, label: t(given ? 'facilities.given.gift' : 'facilities.tabs.equipment') }}
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
        newRow={given ? (above) => ({ ...newRow(above), name: given.item.name }) : newRow}
        maxRows={given ? Math.min(mostRows, given.item.quantity - given.item.recorded) : mostRows}
        mayRemoveRows={rows.length > 1}
        takesFocus
      />
    </div>
  )
}

const ofSource: readonly string[] = ['source', 'sourceName']

/** The value of the line is shared out in whole đồng, so that its things together are worth what was given. */
function givenRows({ gift, item }: Given): EntryRow[] {
  const worth = inDong({ ...gift, amountMinor: item.valueMinor })
  const before = (count: number) => Math.floor(((worth ?? 0) * count) / item.quantity)
  const left = Math.min(mostRows, item.quantity - item.recorded)
  return Array.from({ length: Math.max(1, left) }, (_, at) => ({
    ...newRow(),
    name: item.name,
    acquiredOn: displayDate(gift.receivedOn),
    price: worth === null ? '' : String(before(item.recorded + at + 1) - before(item.recorded + at)),
  }))
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
