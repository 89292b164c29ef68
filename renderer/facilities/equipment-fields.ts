import { useTranslation } from 'react-i18next'
import { equipmentKinds, purposes, type EquipmentFields } from '../../shared/facilities/contract.ts'
import type { FieldSpec } from '../ui/RecordFields.tsx'
import { useChoices } from './use-choices.ts'

export const blankEquipment: Omit<EquipmentFields, 'acquiredOn'> = {
  inventoryNumber: '',
  name: '',
  kind: 'computer',
  purpose: 'work',
  model: '',
  serialNumber: '',
  tagType: '',
  source: 'purchase',
  sourceName: '',
  giftItemId: null,
  price: null,
  warrantyUntil: null,
  siteId: null,
  roomId: null,
  note: '',
}

/** What is asked of a thing, in the order of its card. */
export function useEquipmentFields(): FieldSpec[] {
  const { t } = useTranslation()
  const { sites, rooms, sourceOptions } = useChoices()
  const text = (name: 'inventoryNumber' | 'model' | 'serialNumber'): FieldSpec => ({
    kind: 'text',
    name,
    label: t(`facilities.fields.${name}`),
  })
  return [
    { kind: 'text', name: 'name', label: t('facilities.fields.equipmentName'), isRequired: true },
    text('inventoryNumber'),
    {
      kind: 'choice',
      name: 'kind',
      label: t('facilities.fields.kind'),
      options: equipmentKinds.map((each) => ({ value: each, label: t(`facilities.equipmentKinds.${each}`) })),
    },
    {
      kind: 'choice',
      name: 'purpose',
      label: t('facilities.fields.usedBy'),
      options: purposes.map((each) => ({ value: each, label: t(`facilities.purposes.${each}`) })),
    },
    text('model'),
    text('serialNumber'),
    {
      kind: 'text',
      name: 'tagType',
      label: t('facilities.fields.tagType'),
      hint: t('facilities.form.tagHint'),
    },
    { kind: 'choice', name: 'source', label: t('facilities.fields.source'), options: sourceOptions },
    {
      kind: 'text',
      name: 'sourceName',
      label: t('facilities.fields.sourceName'),
      hint: t('facilities.form.sourceHint'),
    },
    { kind: 'date', name: 'acquiredOn', label: t('facilities.fields.acquiredOn'), isRequired: true },
    { kind: 'number', name: 'price', label: t('facilities.fields.price') },
    { kind: 'date', name: 'warrantyUntil', label: t('facilities.fields.warrantyUntil') },
    {
      kind: 'record',
      name: 'siteId',
      label: t('facilities.fields.siteId'),
      options: sites,
      emptyLabel: t('facilities.form.noSite'),
    },
    {
      kind: 'record',
      name: 'roomId',
      label: t('facilities.fields.roomId'),
      options: rooms,
      emptyLabel: t('facilities.form.noRoom'),
    },
    { kind: 'area', name: 'note', label: t('facilities.fields.note') },
  ]
}
