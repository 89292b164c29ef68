import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, useSearchParams } from 'react-router'
import {
  type ChapterName,
  type Handbook,
  type Shelf,
  quickStartOf,
  shelves,
} from '../../shared/handbook/chapter.ts'
import { chapterAt } from '../../shared/handbook/page-chapters.ts'
import { findSections, indexOf } from '../../shared/handbook/search.ts'
import { useSession } from '../app/session-context.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { addressOf } from './address.ts'
import { spoken } from './spoken.ts'
import { useHandbook } from './use-handbook.ts'

/** What there is to read; F1 comes by here with the page it was pressed on, and goes on to that page's chapter. */
export function ContentsPage() {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const handbook = useHandbook()
  const [text, setText] = useSearchText()
  const asked = chapterAt(search.get('at') ?? '')
  if (asked) return <Navigate replace to={addressOf(asked)} />
  return (
    <div className="page">
      <PageHeader title={t('handbook.contents.title')} hint={t('handbook.contents.hint')} />
      <div className="row">
        <SearchBox
          label={t('handbook.contents.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {handbook && (text.trim() === '' ? <Shelves {...{ handbook }} /> : <Hits {...{ handbook, text }} />)}
    </div>
  )
}

const shelfNames: Shelf[] = ['quickStarts', 'tasks', 'care']

function ownFirst(names: readonly ChapterName[], own: ChapterName | null): ChapterName[] {
  return [...names.filter((name) => name === own), ...names.filter((name) => name !== own)]
}

function Shelves({ handbook }: { handbook: Handbook }) {
  const { t } = useTranslation()
  const { user } = useSession()
  const own = user ? quickStartOf[user.role] : null
  return (
    <div className="handbook-shelves">
      {shelfNames.map((shelf) => (
        <section key={shelf} className="card">
          <h2>{t(`handbook.contents.shelves.${shelf}`)}</h2>
          <ul className="handbook-list">
            {ownFirst(shelves[shelf], own).map((name) => (
              <li key={name}>
                <Link to={addressOf(name)}>{handbook[name].title}</Link>
                {name === own && <Chip>{t('handbook.contents.yours')}</Chip>}
                <p className="soft">{handbook[name].summary}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Hits({ handbook, text }: { handbook: Handbook; text: string }) {
  const { t } = useTranslation()
  const index = useMemo(() => indexOf(handbook, spoken(t, handbook)), [handbook, t])
  const places = findSections(index, text)
  return (
    <section className="card">
      <p role="status" className="soft">
        {places.length === 0
          ? t('handbook.contents.nothing')
          : t('handbook.contents.found', { count: places.length })}
      </p>
      {places.length > 0 && (
        <ul className="handbook-list">
          {places.map(({ chapter, section, title, excerpt }) => (
            <li key={`${chapter}-${section}`}>
              <Link to={addressOf(chapter, section)}>{title}</Link>
              <p className="soft">{excerpt}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
