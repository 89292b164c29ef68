import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { Gift } from '../../shared/cooperation/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { GivenEquipment } from '../facilities/index.ts'
import type { Property } from '../ui/PropertyList.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { GiftItems } from './GiftItems.tsx'
import { GiftPapers } from './GiftPapers.tsx'
import { dayOrNone, LinkList } from './LinkList.tsx'
import { useMoneyText } from './money-words.ts'
import { RecordPage } from './RecordPage.tsx'

export function GiftPage() {
  const id = Number(useParams().id)
  const { value: gift, failure } = useQuery('cooperation.gift', { id })
  return (
    <RecordPage
      of="gift"
      record={gift}
      name={gift?.what ?? ''}
      failure={failure}
      properties={useProperties(gift)}
      acts={gift && <GiftPapers gift={gift} />}
    >
      {gift && gift.items.length > 0 && <GiftItems gift={gift} />}
      {gift && gift.items.length > 0 && <GivenEquipment filters={{ giftId: id }} />}
    </RecordPage>
  )
}

function useProperties(gift: Gift | undefined): Property[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const money = useMoneyText()
  if (!gift) return []
  const { partner, voucher, project, activity, receipt, letter, copies } = gift
  const paper = (of: Gift['receipt']) =>
    of && t('cooperation.gift.paperOf', { number: of.number, year: of.year, on: displayDate(of.on) })
  return [
    {
      key: 'donor',
      label: t('cooperation.fields.donor'),
      value: partner ? (
        <LinkList records={[partner]} to={(id) => `/cooperation/partners/${id}`} />
      ) : (
        gift.donorName || t('cooperation.gift.unnamed')
      ),
    },
    {
      key: 'origin',
      label: t('cooperation.fields.origin'),
      value: t(`cooperation.origins.${gift.origin}`),
    },
    { key: 'kind', label: t('cooperation.fields.giftKind'), value: t(`cooperation.giftKinds.${gift.kind}`) },
    { key: 'on', label: t('cooperation.fields.receivedOn'), value: displayDate(gift.receivedOn) },
    {
      key: 'purpose',
      label: t('cooperation.fields.purpose'),
      value: t(`cooperation.purposes.${gift.purpose}`),
    },
    {
      key: 'value',
      label: t('cooperation.fields.amount'),
      value:
        gift.amountMinor === null
          ? money(gift)
          : `${money(gift)} (${t(`cooperation.valueBases.${gift.valueBasis}`)})`,
    },
    ...(gift.currency === 'VND'
      ? []
      : [
          {
            key: 'vnd',
            label: t('cooperation.fields.amountVnd'),
            value: `${money({ currency: 'VND', amountMinor: gift.amountVnd })}${gift.rate === null ? '' : ` (${number(gift.rate)}, ${dayOrNone(gift.rateOn) ?? ''})`}`,
          },
        ]),
    { key: 'copies', label: t('cooperation.fields.copies'), value: copies === null ? null : number(copies) },
    {
      key: 'voucher',
      label: t('cooperation.fields.voucherId'),
      value: voucher && (
        <Link to={`/copies/vouchers/${voucher.id}`}>
          {`${voucher.number}, ${t('cooperation.gift.voucherTitles', { titles: number(voucher.titles), copies: number(copies ?? 0) })}`}
        </Link>
      ),
    },
    {
      key: 'project',
      label: t('cooperation.fields.projectId'),
      value: project && <LinkList records={[project]} to={(id) => `/cooperation/projects/${id}`} />,
    },
    {
      key: 'activity',
      label: t('cooperation.fields.activityId'),
      value: activity && <LinkList records={[activity]} to={(id) => `/activities/${id}`} />,
    },
    { key: 'receipt', label: t('cooperation.fields.receipt'), value: paper(receipt) },
    { key: 'letter', label: t('cooperation.fields.letter'), value: paper(letter) },
    { key: 'note', label: t('cooperation.fields.note'), value: gift.note, isWide: true },
  ]
}
