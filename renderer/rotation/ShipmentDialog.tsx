import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isoDateAt } from '../../shared/dates.ts'
import { ShipmentFields, type ShipmentRow } from '../../shared/rotation/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { RecordDialog } from '../app/RecordDialog.tsx'
import type { FieldSpec } from '../ui/RecordFields.tsx'
import { usePoints } from './use-points.ts'

type Props = { shipment: ShipmentRow | null; onClose: () => void }

const placeOfRefusal = {
  duplicate_number: 'number',
  point_not_found: 'pointId',
  point_closed: 'pointId',
  due_before_prepared: 'dueOn',
  due_before_sent: 'preparedOn',
  shipment_sent: 'pointId',
}

/** Where a shipment goes, until when, and by whose hands; a new one opens for its copies. */
export function ShipmentDialog({ shipment, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const today = isoDateAt(Date.now())
  const add = useCommand('rotation.addShipment')
  const update = useCommand('rotation.updateShipment')
  const next = useQuery('rotation.nextNumber', { on: today }, { isActive: shipment === null })
  const fields = useShipmentFields(shipment)
  const made = useRef<number | null>(null)
  async function save(values: ShipmentFields) {
    if (shipment) return update.run({ ...values, id: shipment.id, rev: shipment.rev })
    const answer = await add.run(values)
    if (answer.ok) made.current = answer.value.id
    return answer
  }
  // Closing changes the address of the list, so whatever was made is opened after that.
  function close() {
    onClose()
    if (made.current !== null) void navigate(`/rotation/${made.current}`)
  }
  // The number proposed must be there before the form begins.
  if (shipment === null && !next.value && !next.failure) return null
  const blank = { pointId: null, preparedOn: today, dueOn: null, handedBy: '', takenBy: '', note: '' }
  return (
    <RecordDialog
      title={t(shipment ? 'rotation.lists.shipments.edit' : 'rotation.lists.shipments.add')}
      formKey={`rotation.shipments/${shipment?.id ?? 'new'}`}
      schema={ShipmentFields}
      start={shipment ? ShipmentFields.parse(shipment) : { ...blank, number: next.value?.number ?? '' }}
      fields={fields}
      save={save}
      command={shipment ? update : add}
      fieldByCode={placeOfRefusal}
      onClose={close}
    />
  )
}

/** Once it is out, where it went and until when are changed by acts of their own. */
function useShipmentFields(shipment: ShipmentRow | null): FieldSpec[] {
  const { t } = useTranslation()
  const today = isoDateAt(Date.now())
  const points = usePoints(shipment?.preparedOn ?? today)
  const isOut = shipment !== null && shipment.sentOn !== null
  const before: FieldSpec[] = [
    {
      kind: 'record',
      name: 'pointId',
      label: t('rotation.fields.pointId'),
      options: points,
      emptyLabel: t('rotation.form.choosePoint'),
      hint: points.length === 0 ? t('rotation.form.noPoints') : t('rotation.form.pointHint'),
      isRequired: true,
      isWide: true,
    },
    { kind: 'date', name: 'dueOn', label: t('rotation.fields.dueOn') },
  ]
  return [
    { kind: 'text', name: 'number', label: t('rotation.fields.number'), isRequired: true },
    { kind: 'date', name: 'preparedOn', label: t('rotation.fields.preparedOn'), isRequired: true },
    ...(isOut ? [] : before),
    {
      kind: 'text',
      name: 'handedBy',
      label: t('rotation.fields.handedBy'),
      hint: t('rotation.form.nameHint'),
    },
    { kind: 'text', name: 'takenBy', label: t('rotation.fields.takenBy'), hint: t('rotation.form.nameHint') },
    { kind: 'area', name: 'note', label: t('rotation.fields.note') },
  ]
}
