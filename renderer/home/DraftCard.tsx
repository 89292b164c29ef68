import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { usePeriodName } from '../reports/index.ts'
import { Icon } from '../ui/icons.tsx'
import { draftDoor, type DraftDoor } from './draft-door.ts'

const shownDrafts = 8

/** Work that was begun and not saved; nothing is shown where there is none. */
export function DraftCard() {
  const { t } = useTranslation()
  const { value: drafts, ask } = useQuery('drafts.list', {})
  // Saving a draft announces nothing, so the list is asked for whenever the page is opened.
  useEffect(ask, [ask])
  const known = (drafts ?? []).flatMap((draft) => {
    const door = draftDoor(draft.form)
    return door ? [{ ...draft, door }] : []
  })
  if (known.length === 0) return null
  return (
    <section className="card">
      <h2>{t('home.drafts.title')}</h2>
      <ul className="home-list">
        {known.slice(0, shownDrafts).map(({ form, door, savedAt }) => (
          <li key={form}>
            <Icon name="edit" />
            <Link to={door.to}>
              <DraftName door={door} />
            </Link>
            <span className="soft small nowrap">{displayInstant(savedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function DraftName({ door }: { door: DraftDoor }) {
  const { t } = useTranslation()
  const name = useRecordName(door)
  return t(`home.drafts.${door.kind}`, { name: name ?? '…' })
}

/** The record a draft belongs to, by the name people know it by. */
function useRecordName({ kind, id: known }: DraftDoor): string | undefined {
  const periodName = usePeriodName()
  const id = known ?? 0
  const isTitle = kind === 'updateTitle' || kind === 'saveRecord'
  const isVoucher = kind === 'updateVoucher' || kind === 'accession'
  const title = useQuery('catalogue.title', { id }, { isActive: isTitle }).value
  const voucher = useQuery('copies.voucher', { id }, { isActive: isVoucher }).value
  const copy = useQuery('copies.copy', { id }, { isActive: kind === 'updateCopy' }).value
  const product = useQuery('products.product', { id }, { isActive: kind === 'updateProduct' }).value
  const stocktake = useQuery('stocktake.stocktake', { id }, { isActive: kind === 'updateStocktake' }).value
  const weeding = useQuery('weeding.weeding', { id }, { isActive: kind === 'weedingPaper' }).value
  const template = useQuery('labels.template', { id }, { isActive: kind === 'labelTemplate' }).value
  const merger = useQuery('merger.merger', { id }, { isActive: kind === 'mergerPlan' }).value
  const page = useQuery('preservation.text', { fileId: id }, { isActive: kind === 'pageText' }).value
  const activity = useQuery('activities.activity', { id }, { isActive: kind === 'updateActivity' }).value
  const project = useQuery('cooperation.project', { id }, { isActive: kind === 'updateProject' }).value
  const agreement = useQuery('cooperation.agreement', { id }, { isActive: kind === 'updateAgreement' }).value
  const gift = useQuery('cooperation.gift', { id }, { isActive: kind === 'updateGift' }).value
  const delegation = useQuery(
    'cooperation.delegation',
    { id },
    { isActive: kind === 'updateDelegation' },
  ).value
  const membership = useQuery(
    'cooperation.membership',
    { id },
    { isActive: kind === 'updateMembership' },
  ).value
  const reader = useQuery('readers.reader', { id }, { isActive: kind === 'updateReader' }).value
  const periods = useQuery('reports.periods', {}, { isActive: kind === 'note' }).value
  const period = periods?.find((candidate) => candidate.id === known)
  return (
    title?.title ??
    voucher?.number ??
    copy?.accessionNumber ??
    product?.name ??
    stocktake?.name ??
    weeding?.name ??
    template?.name ??
    merger?.unitName ??
    page?.path ??
    activity?.name ??
    (isOfYear(kind) ? String(id) : undefined) ??
    project?.name ??
    agreement?.name ??
    gift?.what ??
    delegation?.programme ??
    membership?.body ??
    reader?.name ??
    (period && periodName(period.period))
  )
}

/** What is written once a year is known by its year. */
function isOfYear(kind: DraftDoor['kind']): boolean {
  return kind === 'assessment' || kind === 'associationReport'
}
