import { useRef, type ChangeEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaces, useSeriesOptions } from '../copies/index.ts'
import { usePages, useQuery } from '../app/operations.ts'
import { displayDate } from '../../shared/dates.ts'
import { isComposing } from '../ui/keys.ts'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { CardList } from './CardList.tsx'
import { WantedCopies } from './WantedCopies.tsx'
import { rangeInSeries, rangeProblem, rangeTyped, sources, type Wanted } from './wanted.ts'

export type SourceProps = { wanted: Wanted; onChange: (how: (now: Wanted) => Wanted) => void }

/** Which copies, or whose cards, get labels. */
export function SourceFields({ wanted, onChange }: SourceProps) {
  const { t } = useTranslation()
  const { by } = wanted
  return (
    <fieldset className="plain-fieldset stack tight">
      <legend>
        <h2>{t('labels.print.what')}</h2>
      </legend>
      <Select
        label={t('labels.print.source')}
        value={by}
        options={sources.map((each) => ({ value: each, label: t(`labels.by.${each}`) }))}
        onChange={(event) => {
          const next = sources.find((each) => each === event.target.value) ?? by
          onChange((now) => ({ ...now, by: next }))
        }}
      />
      {by === 'copies' && <WantedCopies wanted={wanted} onChange={onChange} />}
      {by === 'voucher' && <VoucherSource wanted={wanted} onChange={onChange} />}
      {by === 'series' && <SeriesSource wanted={wanted} onChange={onChange} />}
      {by === 'unlabelled' && <SiteSource wanted={wanted} onChange={onChange} />}
      {by === 'cards' && <CardList wanted={wanted} onChange={onChange} />}
    </fieldset>
  )
}

function VoucherSource({ wanted: { voucherId }, onChange }: SourceProps) {
  const { t } = useTranslation()
  const { rows } = usePages('copies.vouchers', {})
  // A delivery that came with the address may be older than those offered.
  const given = useQuery('copies.voucher', { id: Number(voucherId) }, { isActive: voucherId !== '' }).value
  const known = given && !rows.some(({ id }) => id === given.id) ? [given, ...rows] : rows
  return (
    <Select
      label={t('labels.print.voucher')}
      hint={t('labels.print.voucherHint')}
      value={voucherId}
      emptyLabel={t('labels.print.choose')}
      options={known.map(({ id, number, receivedOn, copies }) => ({
        value: String(id),
        label: t('labels.print.voucherOption', { number, on: displayDate(receivedOn), count: copies }),
      }))}
      onChange={(event) => onChange((now) => ({ ...now, voucherId: event.target.value }))}
    />
  )
}

function SeriesSource({ wanted, onChange }: SourceProps) {
  const { t } = useTranslation()
  const { options, series = [] } = useSeriesOptions()
  const last = useRef<HTMLInputElement>(null)
  const chosen = series.find(({ id }) => String(id) === wanted.seriesId)
  const problem = rangeProblem(wanted, series)
  const end = (name: 'fromCode' | 'toCode') => ({
    value: wanted[name],
    error: problem?.end === name ? t(`labels.print.${problem.code}`, { code: wanted[name] }) : undefined,
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      const code = event.target.value
      onChange((now) => rangeTyped(now, { [name]: code }, series))
    },
    // A scanner ends with Enter, which must not print before both ends are there.
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.ctrlKey || isComposing(event)) return
      event.preventDefault()
      if (name === 'fromCode') last.current?.focus()
    },
  })
  return (
    <>
      <Select
        label={t('labels.print.series')}
        value={wanted.seriesId}
        emptyLabel={t('labels.print.choose')}
        options={options}
        onChange={(event) => onChange((now) => rangeInSeries(now, event.target.value))}
      />
      <div className="form-grid">
        <TextField label={t('labels.print.from')} hint={t('labels.print.codeHint')} {...end('fromCode')} />
        <TextField
          ref={last}
          label={t('labels.print.to')}
          hint={chosen && t('labels.print.last', { number: chosen.lastNumber })}
          {...end('toCode')}
        />
      </div>
    </>
  )
}

function SiteSource({ wanted: { siteId }, onChange }: SourceProps) {
  const { t } = useTranslation()
  const { sites } = usePlaces()
  return (
    <>
      {sites.length > 1 && (
        <Select
          label={t('labels.print.site')}
          value={siteId}
          emptyLabel={t('labels.print.anySite')}
          options={sites.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(event) => onChange((now) => ({ ...now, siteId: event.target.value }))}
        />
      )}
      <p className="soft small">{t('labels.print.unlabelledHint')}</p>
    </>
  )
}
