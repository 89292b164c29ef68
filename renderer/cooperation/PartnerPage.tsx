import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { PartnerFields, type Partner } from '../../shared/cooperation/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { keptAddress } from '../app/kept.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { HistoryPart } from '../journal/index.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { dayOrNone } from './LinkList.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { PartnerDialog } from './PartnerDialog.tsx'
import { ActivityLines, AgreementLines, DelegationLines, GiftLines, ProjectLines } from './RelatedLists.tsx'

const listAddress = '/cooperation/partners'

/** A partner, and everything that the library has with it. */
export function PartnerPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: partner, failure } = useQuery('cooperation.partner', { id })
  const back = { to: keptAddress(listAddress), label: t('cooperation.tabs.partners') }
  if (!partner)
    return (
      <div className="page">
        <PageHeader title={t('cooperation.menu.partner')} back={back} />
        <Failure of={failure} />
      </div>
    )
  const text = (key: 'country' | 'contactName' | 'phone' | 'email' | 'address') => ({
    key,
    label: t(`cooperation.fields.${key}`),
    value: partner[key],
  })
  return (
    <div className="page">
      <PageHeader title={partner.name} back={back} />
      <Acts partner={partner} />
      <section className="card">
        <PropertyList
          properties={[
            {
              key: 'kind',
              label: t('cooperation.fields.kind'),
              value: t(`cooperation.kinds.${partner.kind}`),
            },
            {
              key: 'origin',
              label: t('cooperation.fields.origin'),
              value: t(`cooperation.origins.${partner.origin}`),
            },
            text('country'),
            text('contactName'),
            text('phone'),
            text('email'),
            text('address'),
            {
              key: 'closedOn',
              label: t('cooperation.fields.closedOn'),
              value: dayOrNone(partner.closedOn),
            },
            { key: 'note', label: t('cooperation.fields.note'), value: partner.note, isWide: true },
          ]}
        />
      </section>
      <ProjectLines partnerId={id} />
      <AgreementLines partnerId={id} />
      <GiftLines
        title={t('cooperation.fields.gifts')}
        filters={{ partnerId: id }}
        more={`/cooperation/gifts?partnerId=${id}`}
      />
      <DelegationLines partnerId={id} />
      <ActivityLines partnerId={id} />
      <HistoryPart of={{ tableName: 'partner', rowId: id }} />
    </div>
  )
}

function Acts({ partner }: { partner: Partner }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const toast = useToast()
  const remove = useCommand('cooperation.removePartner')
  const update = useCommand('cooperation.updatePartner')
  const add = useCommand('cooperation.addPartner')
  const [open, setOpen] = useState<'edit' | 'merge' | null>(null)
  const { id, rev, name, closedOn } = partner
  if (!can('cooperation.write')) return null
  async function drop() {
    const answer = await remove.run({ id, rev })
    if (!answer.ok) return
    toast({
      text: t('cooperation.list.removed', { name }),
      onUndo: async () => void (await add.run(PartnerFields.parse(partner))),
    })
    void navigate(keptAddress(listAddress), { replace: true })
  }
  async function setClosed(day: string | null) {
    const answer = await update.run({ ...PartnerFields.parse(partner), closedOn: day, id, rev })
    if (!answer.ok || day === null) return
    toast({
      text: t('cooperation.list.closed', { name }),
      onUndo: async () =>
        void (await update.run({ ...PartnerFields.parse(partner), id, rev: answer.value.rev })),
    })
  }
  const beginnings = [
    ['projects', 'cooperation.projects.add'],
    ['agreements', 'cooperation.agreements.add'],
    ['gifts', 'cooperation.gift.add'],
  ] as const
  return (
    <>
      <div className="row no-print">
        <Button icon="edit" onClick={() => setOpen('edit')}>
          {t('cooperation.list.change')}
        </Button>
        {beginnings.map(([list, key]) => (
          <Link key={list} className="button" to={`/cooperation/${list}/new?partnerId=${id}`}>
            <Icon name="add" />
            {t(key)}
          </Link>
        ))}
        <Button icon="join" onClick={() => setOpen('merge')}>
          {t('cooperation.list.merge')}
        </Button>
        <Button
          icon="lock"
          disabled={update.isRunning}
          onClick={() => void setClosed(closedOn === null ? isoDateAt(Date.now()) : null)}
        >
          {t(closedOn === null ? 'cooperation.list.close' : 'cooperation.list.reopen')}
        </Button>
        <Button kind="quiet" icon="remove" disabled={remove.isRunning} onClick={() => void drop()}>
          {t('cooperation.list.remove')}
        </Button>
      </div>
      <Failure of={remove.failure ?? update.failure} />
      {open === 'edit' && <PartnerDialog partner={partner} onClose={() => setOpen(null)} />}
      {open === 'merge' && (
        <MergeDialog
          partner={partner}
          onClose={() => setOpen(null)}
          onMerged={(into) => void navigate(`${listAddress}/${into}`, { replace: true })}
        />
      )}
    </>
  )
}
