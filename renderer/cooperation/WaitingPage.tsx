import { useTranslation } from 'react-i18next'
import type { RecordKind } from '../../shared/cooperation/contract.ts'
import { Failure, type OperationFailure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { addressOf } from './addresses.ts'

const titles = {
  project: 'cooperation.menu.editProject',
  agreement: 'cooperation.menu.editAgreement',
  delegation: 'cooperation.menu.editDelegation',
  membership: 'cooperation.menu.editMembership',
  gift: 'cooperation.menu.editGift',
} as const

/** A form whose record is on its way, or is not there. */
export function WaitingPage({ of, failure }: { of: RecordKind; failure: OperationFailure | null }) {
  const { t } = useTranslation()
  const back = { to: addressOf(of), label: t(`cooperation.tabs.${`${of}s` as const}`) }
  return (
    <div className="page">
      <PageHeader title={t(titles[of])} back={back} />
      <Failure of={failure} />
    </div>
  )
}
