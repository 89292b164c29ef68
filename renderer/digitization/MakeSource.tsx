import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Search, specialClasses, type Selection } from '../../shared/catalogue/contract.ts'
import { useKept } from '../app/kept.ts'
import { useQuery } from '../app/operations.ts'
import { Notice } from '../ui/Notice.tsx'
import { Select } from '../ui/Select.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { chosenTitlesName, type ChosenTitles } from './chosen-titles.ts'

const sources = ['chosen', 'saved', 'class'] as const
type Source = (typeof sources)[number]

export function useSource() {
  const [chosen] = useKept<ChosenTitles | null>(chosenTitlesName, null)
  const saved = useQuery('catalogue.savedSearches', {}).value ?? []
  const [from, setFrom] = useState<Source>(chosen ? 'chosen' : 'class')
  const [savedId, setSaved] = useState<number | null>(null)
  const [special, setSpecial] = useState<(typeof specialClasses)[number]>('ancient')
  const search = saved.find(({ id }) => id === savedId) ?? saved[0]
  const selections: Record<Source, Selection | null> = {
    chosen: chosen?.selection ?? null,
    saved: search ? { search: search.search } : null,
    class: { search: Search.parse({ sort: 'title', filters: { classes: [special] } }) },
  }
  return { chosen, saved, from, setFrom, search, setSaved, special, setSpecial, selection: selections[from] }
}

export function MakeSource({ source }: { source: ReturnType<typeof useSource> }) {
  const { t } = useTranslation()
  const { chosen, saved, from, setFrom, search, setSaved, special, setSpecial } = source
  return (
    <div className="form-grid">
      <Select
        label={t('digitization.make.source')}
        value={from}
        options={sources
          .filter((each) => each !== 'chosen' || chosen !== null)
          .map((each) => ({ value: each, label: t(`digitization.make.sources.${each}`) }))}
        onChange={(event) => setFrom(sources.find((each) => each === event.target.value) ?? from)}
      />
      {from === 'class' && (
        <Select
          label={t('digitization.make.class')}
          value={special}
          options={specialClasses.map((each) => ({ value: each, label: t(`digitization.classes.${each}`) }))}
          onChange={(event) =>
            setSpecial(specialClasses.find((each) => each === event.target.value) ?? special)
          }
        />
      )}
      {from === 'saved' && saved.length > 0 && (
        <Select
          label={t('digitization.make.saved')}
          value={String(search?.id ?? '')}
          options={saved.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(event) => setSaved(Number(event.target.value))}
        />
      )}
      {from === 'saved' && saved.length === 0 && (
        <Notice text={t('digitization.make.noSaved')}>
          <Link className="button" to="/catalogue">
            {t('digitization.make.toCatalogue')}
          </Link>
        </Notice>
      )}
      <FoundCount source={source} />
    </div>
  )
}

/** How many titles that is, before anything is made of them. */
function FoundCount({ source: { selection, chosen, from } }: { source: ReturnType<typeof useSource> }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const search = selection && 'search' in selection ? selection.search : null
  const found = useQuery(
    'catalogue.search',
    { ...search, limit: 1 },
    { isActive: search !== null && from !== 'chosen' },
  ).value
  const total = from === 'chosen' ? { count: chosen?.count ?? 0, isExact: true } : found?.total
  if (!total) return null
  return (
    <p className="make-found" aria-live="polite">
      {t(total.isExact ? 'digitization.make.found' : 'digitization.make.about', {
        count: total.count,
        shown: number(total.count),
      })}
    </p>
  )
}
