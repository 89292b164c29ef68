import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useWords } from './use-words.ts'

type Voucher = Output<'copies.voucher'>

/** The paper's facts on one line. */
export function useVoucherFacts(voucher: Voucher): string {
  const { t } = useTranslation()
  const { word } = useWords()
  const facts = [
    t('copies.voucher.received', { on: displayDate(voucher.receivedOn) }),
    word('catalogue.sources', voucher.source),
    voucher.supplier,
    voucher.document,
    voucher.isOpening ? t('copies.voucher.openingFact') : '',
    voucher.mergerId === null ? '' : t('copies.filters.isMerged'),
    voucher.note,
  ].filter(Boolean)
  return facts.join(' · ')
}

type Amounts = { copies: number; amountMinor: number }

/** What is entered against what the paper says; a difference has a shape, a word and its number. */
export function StatedTotals({ voucher, waiting }: { voucher: Voucher; waiting?: Amounts }) {
  const { t } = useTranslation()
  const lines = [
    {
      key: 'copies' as const,
      is: voucher.copies + (waiting?.copies ?? 0),
      stated: voucher.statedCopies,
    },
    {
      key: 'amountMinor' as const,
      is: voucher.amountMinor + (waiting?.amountMinor ?? 0),
      stated: voucher.statedAmountMinor,
    },
  ]
  return (
    <span className="row stated" role="status">
      {lines.map(({ key, is, stated }) => (
        <StatedTotal key={key} label={t(`copies.voucher.${key}`)} is={is} stated={stated} />
      ))}
    </span>
  )
}

function StatedTotal({ label, is, stated }: { label: string; is: number; stated: number | null }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const difference = stated === null ? 0 : is - stated
  return (
    <span className={difference === 0 ? '' : 'tone-bad'}>
      {label}: <strong>{number(is)}</strong>
      {stated !== null && t('copies.voucher.ofStated', { stated: number(stated) })}
      {stated !== null && (
        <>
          {' '}
          <Icon name={difference === 0 ? 'check' : 'warning'} />{' '}
          {difference === 0
            ? t('copies.voucher.agrees')
            : t(difference > 0 ? 'copies.voucher.over' : 'copies.voucher.under', {
                by: number(Math.abs(difference)),
              })}
        </>
      )}
    </span>
  )
}
