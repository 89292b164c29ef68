import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { acquisitionSources, materials, specialClasses } from '../../shared/catalogue/contract.ts'
import { conditions, CopyFilters, copyStatuses } from '../../shared/copies/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { useTerms } from '../settings/index.ts'
import { Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select, type Option } from '../ui/Select.tsx'
import type { FilterName } from './copies-address.ts'
import { usePlaces, useSeriesOptions } from './use-places.ts'
import { useWords } from './use-words.ts'

type Props = {
  filters: CopyFilters
  onChange: (filters: CopyFilters) => void
  onClear: () => void
  onClose: () => void
}

const states = CopyFilters.shape.state.unwrap().options
const offeredDecades = 14
const days = ['asOf', 'accessionedFrom', 'accessionedTo', 'withdrawnFrom', 'withdrawnTo'] as const

/** Everything a list of copies can be narrowed by, in one place. */
export function CopyFilterDialog({ filters, onChange, onClear, onClose }: Props) {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState<Record<FilterName, unknown>>(filters)
  const choices = useChoices(wanted)
  const opening = wanted.isOpening === null ? '' : wanted.isOpening === true ? 'yes' : 'no'
  const set = (name: FilterName, value: unknown) => setWanted({ ...wanted, [name]: value })

  function submit(event: FormEvent) {
    event.preventDefault()
    const parsed = CopyFilters.safeParse(wanted)
    if (parsed.success) onChange(parsed.data)
  }
  return (
    <Dialog title={t('copies.filters.title')} onClose={onClose} isWide>
      <form className="stack" onSubmit={submit}>
        <div className="form-grid">
          <Select
            label={t('copies.filters.state')}
            options={choices.states}
            value={textOf(wanted.state)}
            onChange={(event) => set('state', event.target.value)}
          />
          {choices.lists.map(({ name, options, isNumber }) => (
            <Select
              key={name}
              label={t(`copies.filters.${name}`)}
              emptyLabel={t('copies.filters.any')}
              options={options}
              value={textOf(wanted[name])}
              onChange={({ target: { value } }) =>
                set(name, value === '' ? null : isNumber ? Number(value) : value)
              }
            />
          ))}
          <Select
            label={t('copies.filters.isOpening')}
            emptyLabel={t('copies.filters.any')}
            options={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t(`copies.filters.${value}`),
            }))}
            value={opening}
            onChange={({ target: { value } }) => set('isOpening', value === '' ? null : value === 'yes')}
          />
          <Combobox
            label={t('copies.filters.language')}
            options={choices.languages}
            value={typeof wanted.language === 'string' ? wanted.language : ''}
            onChange={(value) => set('language', value || null)}
          />
          {days.map((name) => (
            <DateField
              key={name}
              label={t(`copies.filters.${name}`)}
              value={typeof wanted[name] === 'string' ? wanted[name] : null}
              onChange={(value) => set(name, value)}
            />
          ))}
        </div>
        <div className="actions">
          <Button kind="primary" type="submit">
            {t('copies.filters.apply')}
          </Button>
          <Button onClick={onClear}>{t('copies.filters.clear')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

type ListName =
  | 'siteId'
  | 'storeId'
  | 'status'
  | 'condition'
  | 'source'
  | 'material'
  | 'ddc'
  | 'decade'
  | 'class'
  | 'seriesId'
type Choice = { name: ListName; options: Option[]; isNumber?: boolean }

function useChoices(wanted: Record<FilterName, unknown>) {
  const { t } = useTranslation()
  const { options } = useWords()
  const { sites } = usePlaces({ withClosed: true })
  const { options: series } = useSeriesOptions()
  const classes = useTerms('ddcClass').filter(({ value }) => value.length === 1)
  const named = ({ id, name }: { id: number; name: string }) => ({ value: String(id), label: name })
  const stores = sites
    .filter(({ id }) => wanted.siteId === null || id === wanted.siteId)
    .flatMap((site) => site.stores)
  const thisDecade = Math.floor(Number(isoDateAt(Date.now()).slice(0, 4)) / 10) * 10
  /** One that a figure leads to may be older than those offered. */
  const decades = (chosen: unknown): Option[] => {
    const offered = Array.from({ length: offeredDecades }, (_, back) => String(thisDecade - back * 10))
    const all = typeof chosen === 'string' && chosen !== '-' ? [...new Set([...offered, chosen])] : offered
    return [
      ...all.map((value) => ({
        value,
        label: t('copies.filters.tenYears', { from: value, to: Number(value) + 9 }),
      })),
      { value: '-', label: t('copies.filters.noYear') },
    ]
  }
  const lists: Choice[] = [
    { name: 'siteId', options: sites.map(named), isNumber: true },
    { name: 'storeId', options: stores.map(named), isNumber: true },
    { name: 'status', options: options('copies.statuses', copyStatuses) },
    { name: 'condition', options: options('copies.conditions', conditions) },
    { name: 'source', options: options('catalogue.sources', acquisitionSources) },
    { name: 'material', options: options('catalogue.materials', materials) },
    {
      name: 'ddc',
      options: [
        ...classes.map(({ value, label }) => ({ value, label: `${value}00 ${label}` })),
        { value: '-', label: t('copies.filters.noDdc') },
      ],
    },
    { name: 'decade', options: decades(wanted.decade) },
    { name: 'class', options: options('catalogue.specialClasses', specialClasses) },
    { name: 'seriesId', options: series, isNumber: true },
  ]
  return { lists, states: options('copies.states', states), languages: useTerms('language') }
}
