import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import { Chip } from '../ui/Chip.tsx'

export function VoucherChip({ voucher }: { voucher: { completedOn: string | null } }) {
  const { t } = useTranslation()
  const { completedOn } = voucher
  return completedOn === null ? (
    <Chip tone="warn" icon="edit">
      {t('copies.voucher.open')}
    </Chip>
  ) : (
    <Chip tone="good" icon="check">
      {t('copies.voucher.completed', { on: displayDate(completedOn) })}
    </Chip>
  )
}
