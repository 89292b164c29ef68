import { useTranslation } from 'react-i18next'
import { Chip } from '../ui/Chip.tsx'

export function MayPublishChip({ may }: { may: boolean }) {
  const { t } = useTranslation()
  return (
    <Chip tone={may ? 'good' : 'warn'} icon={may ? 'check' : 'lock'}>
      {t(may ? 'digitization.rights.mayYes' : 'digitization.rights.mayNo')}
    </Chip>
  )
}
