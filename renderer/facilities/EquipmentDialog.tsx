import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { EquipmentFields, type EquipmentRow } from '../../shared/facilities/contract.ts'
import { useCommand } from '../app/operations.ts'
import { RecordDialog } from '../app/RecordDialog.tsx'
import { blankEquipment, useEquipmentFields } from './equipment-fields.ts'

type Props = { equipment: EquipmentRow | null; onClose: () => void }

export function EquipmentDialog({ equipment, onClose }: Props) {
  const { t } = useTranslation()
  const add = useCommand('facilities.addEquipment')
  const update = useCommand('facilities.updateEquipment')
  const fields = useEquipmentFields()
  // A gift says by itself who gave it.
  const asked = equipment?.gift
    ? fields.filter(({ name }) => name !== 'source' && name !== 'sourceName')
    : fields
  return (
    <RecordDialog
      title={t(equipment ? 'facilities.lists.equipment.edit' : 'facilities.lists.equipment.add')}
      formKey={`facilities.equipment/${equipment?.id ?? 'new'}`}
      schema={EquipmentFields}
      start={
        equipment
          ? EquipmentFields.parse(equipment)
          : { ...blankEquipment, acquiredOn: isoDateAt(Date.now()) }
      }
      fields={asked}
      save={(values) =>
        equipment
          ? update.run({ ...values, id: equipment.id, rev: equipment.rev })
          : add.run({ rows: [values] })
      }
      command={equipment ? update : add}
      fieldByCode={{
        duplicate_number: 'inventoryNumber',
        acquired_after_event: 'acquiredOn',
        room_not_found: 'roomId',
        site_not_found: 'siteId',
      }}
      onClose={onClose}
    />
  )
}
