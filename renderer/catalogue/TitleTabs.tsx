import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Title } from '../../shared/catalogue/contract.ts'
import { isbdEntry } from '../../shared/catalogue/isbd.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RecordHistory } from '../journal/index.ts'
import { PropertyList } from '../ui/PropertyList.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ClassPanel } from './ClassPanel.tsx'
import { IssuePanel } from './IssuePanel.tsx'
import { LinkPanel } from './LinkPanel.tsx'
import type { TitleTab } from './title-tabs.ts'
import { TitleArticles } from './TitleArticles.tsx'
import { TitleCopies } from './TitleCopies.tsx'
import { TitleForm } from './TitleForm.tsx'
import { TitleMarc } from './TitleMarc.tsx'
import { useTitleProperties } from './use-title-properties.tsx'

type Props = {
  title: Title
  tabs: TitleTab[]
  tab: TitleTab
  isEditing: boolean
  onEdited: () => void
  onReopen: () => void
}

/** Everything that hangs on a title, each behind its tab, with counts where something can be counted. */
export function TitleTabs({ title, tabs, tab, isEditing, onEdited, onReopen }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const number = useNumberText()
  const counts = useCounts(title, tabs)
  const { id } = title
  return (
    <Tabs
      label={t('catalogue.record.tabs.label')}
      tabs={tabs.map((key) => {
        const count = counts[key]
        const name = t(`catalogue.record.tabs.${key}`)
        return { key, label: count ? `${name} (${number(count)})` : name }
      })}
      current={tab}
      onChange={(next) =>
        void navigate(next === 'record' ? `/catalogue/${id}` : `/catalogue/${id}/${next}`, { replace: true })
      }
    >
      <div className="card record-card">
        {tab === 'record' &&
          (isEditing ? (
            <TitleForm title={title} onDone={onEdited} onReopen={onReopen} />
          ) : (
            <Facts title={title} />
          ))}
        {tab === 'marc' && <TitleMarc id={id} isRemoved={title.removedOn !== null} />}
        {tab === 'copies' && <TitleCopies title={title} />}
        {tab === 'issues' && <IssuePanel title={title} />}
        {tab === 'articles' && <TitleArticles title={title} />}
        {tab === 'classes' && <ClassPanel title={title} />}
        {tab === 'links' && <LinkPanel title={title} />}
        {tab === 'history' && (
          <RecordHistory
            of={[
              { tableName: 'title', rowId: id },
              { tableName: 'marcRecord', rowId: id },
            ]}
          />
        )}
      </div>
    </Tabs>
  )
}

function Facts({ title }: { title: Title }) {
  const properties = useTitleProperties(title)
  const { heading, description } = isbdEntry(title, { hasSummary: false })
  return (
    <>
      <div className="isbd">
        {heading && <strong>{heading}</strong>}
        <p>{description}</p>
      </div>
      <PropertyList properties={properties} />
    </>
  )
}

function useCounts({ id }: Title, tabs: readonly TitleTab[]): Partial<Record<TitleTab, number | undefined>> {
  const can = useCan()
  const copies = useQuery(
    'copies.search',
    { filters: { titleId: id, state: 'all' }, limit: 1 },
    { isActive: can('copies.read') && tabs.includes('copies') },
  ).value
  const articles = useQuery(
    'catalogue.search',
    { filters: { hostId: id }, limit: 1 },
    { isActive: tabs.includes('articles') },
  ).value
  const classes = useQuery('catalogue.classesOf', { titleId: id }).value
  return {
    copies: copies?.total.count,
    articles: articles?.total.count,
    classes: classes?.filter(({ endedOn }) => endedOn === null).length,
  }
}
