import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCommand, useQuery } from '../app/operations.ts'
import type { Output } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { Select } from '../ui/Select.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { years: number[]; onClose: () => void }

/** Closing a year seals its books for good: what stands in the way, and what its third part will say, come first. */
export function CloseYearDialog({ years, onClose }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const [year, setYear] = useState(years[0] ?? new Date().getFullYear())
  const preview = useQuery('registers.previewClosing', { year })
  const close = useCommand('registers.closeYear')
  const openVouchers = preview.value?.openVouchers ?? []
  async function run() {
    const answer = await close.run({ year })
    if (!answer.ok) return
    const { books, lines } = answer.value
    toast({ text: t('registers.close.done', { year, books: number(books), lines: number(lines) }) })
    onClose()
  }
  return (
    <Dialog
      title={t('registers.close.title')}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            icon="lock"
            disabled={!preview.value || openVouchers.length > 0 || close.isRunning}
            onClick={() => void run()}
          >
            {t('registers.close.submit', { year })}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </>
      }
    >
      <Select
        label={t('registers.book.year')}
        options={years.map((each) => ({ value: String(each), label: String(each) }))}
        value={String(year)}
        onChange={(event) => {
          close.clear()
          setYear(Number(event.target.value))
        }}
      />
      <p>{t('registers.close.text', { year })}</p>
      <Failure of={preview.failure} />
      {openVouchers.length > 0 && (
        <div className="notice bad">
          <Icon name="warning" />
          <div className="text">
            {t('registers.close.openVouchers', { count: openVouchers.length })}{' '}
            {openVouchers.map(({ id, number: voucher }, at) => (
              <span key={id}>
                {at > 0 && ', '}
                <Link to={`/copies/vouchers/${id}`}>{voucher}</Link>
              </span>
            ))}
          </div>
        </div>
      )}
      {preview.value && <Balance preview={preview.value} />}
      <Failure of={close.failure} />
    </Dialog>
  )
}

const lines = ['broughtForward', 'adjusted', 'cameIn', 'wentOut', 'held'] as const

function Balance({ preview }: { preview: Output<'registers.previewClosing'> }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const titles = {
    broughtForward: preview.broughtForwardTitles,
    held: preview.heldTitles,
    adjusted: null,
    cameIn: null,
    wentOut: null,
  }
  const shown = lines.filter((line) => line !== 'adjusted' || preview.adjusted !== 0)
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{t('registers.close.part')}</th>
          <th className="end">{t('registers.close.titles')}</th>
          <th className="end">{t('registers.close.copies')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((line) => {
          const counted = titles[line]
          return (
            <tr key={line}>
              <td>{t(`registers.close.${line}`)}</td>
              <td className="end number">{counted !== null && number(counted)}</td>
              <td className="end number">{number(preview[line])}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
