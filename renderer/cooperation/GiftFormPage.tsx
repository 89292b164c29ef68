import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { GiftFields, type Gift } from '../../shared/cooperation/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { numberStyle } from '../ui/numbers.ts'
import { GiftForm, giftValues } from './GiftForm.tsx'
import { emptyItem } from './typed-rows.ts'
import { WaitingPage } from './WaitingPage.tsx'

const { items: _, ...plain } = GiftFields.parse({ what: '-', receivedOn: '2000-01-01' })

/** A new gift: blank, of a partner, or received in a project. */
export function GiftAddPage() {
  const [search] = useSearchParams()
  const [today] = useState(() => isoDateAt(Date.now()))
  const partnerId = Number(search.get('partnerId') ?? 0)
  const projectId = Number(search.get('projectId') ?? 0)
  const partner = useQuery('cooperation.partner', { id: partnerId }, { isActive: partnerId > 0 })
  const project = useQuery('cooperation.project', { id: projectId }, { isActive: projectId > 0 })
  const isWaiting = (partnerId > 0 && !partner.value) || (projectId > 0 && !project.value)
  if (isWaiting) return <WaitingPage of="gift" failure={partner.failure ?? project.failure} />
  const giver = partner.value ?? project.value?.partners[0] ?? null
  const formKey = project.value
    ? `cooperation.addGift/in/${projectId}`
    : partner.value
      ? `cooperation.addGift/of/${partnerId}`
      : 'cooperation.addGift'
  return (
    <GiftForm
      key={formKey}
      gift={null}
      formKey={formKey}
      begin={{
        ...plain,
        what: '',
        receivedOn: today,
        partnerId: giver?.id ?? null,
        projectId: project.value?.id ?? null,
        rows: [emptyItem],
      }}
      known={{ partner: giver, project: project.value ?? null, activity: null, voucher: null }}
    />
  )
}

export function GiftEditPage() {
  const id = Number(useParams().id)
  const { value, failure } = useQuery('cooperation.gift', { id })
  return value ? <Edit key={id} newest={value} /> : <WaitingPage of="gift" failure={failure} />
}

/** News of what others save must not pass for what the form began from. */
function Edit({ newest }: { newest: Gift }) {
  const { i18n } = useTranslation()
  const [gift] = useState(newest)
  const voucher = gift.voucher && { id: gift.voucher.id, name: gift.voucher.number }
  return (
    <GiftForm
      gift={gift}
      formKey={`cooperation.updateGift/${gift.id}`}
      begin={giftValues(GiftFields.parse(gift), numberStyle(i18n.language))}
      known={{ ...gift, voucher }}
    />
  )
}
