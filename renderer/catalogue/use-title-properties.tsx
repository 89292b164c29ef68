import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Title } from '../../shared/catalogue/contract.ts'
import { useQuery } from '../app/operations.ts'
import type { Property } from '../ui/PropertyList.tsx'
import { useShownField } from './use-shown-field.ts'

const names = [
  'material',
  'responsibility',
  'authors',
  'organisations',
  'part',
  'edition',
  'place',
  'publisher',
  'publishedYear',
  'extent',
  'series',
  'isbn',
  'issn',
  'language',
  'ddc',
  'callNumber',
  'digitalOrigin',
  'addedOn',
  'subjects',
  'keywords',
  'url',
  'summary',
  'note',
] as const
type Name = (typeof names)[number]
const wide: readonly Name[] = ['subjects', 'keywords', 'url', 'summary', 'note']
/** Where nothing stands in these, that is worth seeing. */
const expected: readonly Name[] = ['responsibility', 'publisher', 'publishedYear', 'language', 'ddc']

const previewed: readonly Name[] = [
  'authors',
  'responsibility',
  'publisher',
  'publishedYear',
  'extent',
  'series',
  'isbn',
  'issn',
  'language',
  'ddc',
  'callNumber',
  'subjects',
  'note',
]

/** What is known of a title, in the order of a catalogue card. */
export function useTitleProperties(title: Partial<Title>): Property[] {
  const { t } = useTranslation()
  const { hostId } = title
  const facts = useNamed(title, names, expected)
  if (typeof hostId !== 'number') return facts
  return [
    { key: 'hostId', label: t('catalogue.fields.hostId'), value: <HostLink id={hostId} />, isWide: true },
    ...facts,
  ]
}

/** As much as stands beside a list: only what is there, for it has no room for blanks. */
export function usePreviewProperties(title: Partial<Title>): Property[] {
  return useNamed(title, previewed, [])
}

function useNamed(title: Partial<Title>, wanted: readonly Name[], expectedHere: readonly Name[]): Property[] {
  const { t } = useTranslation()
  const shown = useShownField()
  return wanted
    .filter((name) => name in title && (expectedHere.includes(name) || shown(name, title[name]) !== ''))
    .map((name) => ({
      key: name,
      label: t(`catalogue.fields.${name}`),
      value: shown(name, title[name]),
      isWide: wide.includes(name),
    }))
}

function HostLink({ id }: { id: number }) {
  const host = useQuery('catalogue.title', { id }).value
  return <Link to={`/catalogue/${id}`}>{host?.title ?? `${id}`}</Link>
}
