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

/** What is known of a title, in the order of a catalogue card. */
export function useTitleProperties(title: Partial<Title>): Property[] {
  const { t } = useTranslation()
  const shown = useShownField()
  const { hostId } = title
  const facts = names
    .filter((name) => name in title && (expected.includes(name) || shown(name, title[name]) !== ''))
    .map((name) => ({
      key: name,
      label: t(`catalogue.fields.${name}`),
      value: shown(name, title[name]),
      isWide: wide.includes(name),
    }))
  if (typeof hostId !== 'number') return facts
  return [
    { key: 'hostId', label: t('catalogue.fields.hostId'), value: <HostLink id={hostId} />, isWide: true },
    ...facts,
  ]
}

function HostLink({ id }: { id: number }) {
  const host = useQuery('catalogue.title', { id }).value
  return <Link to={`/catalogue/${id}`}>{host?.title ?? `${id}`}</Link>
}
