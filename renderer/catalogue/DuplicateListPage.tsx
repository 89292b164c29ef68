import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { TitleRow } from '../../shared/catalogue/contract.ts'
import { keptAddress } from '../app/kept.ts'
import { usePages } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { DuplicateGroup } from './DuplicateGroup.tsx'
import { MergeDialog } from './MergeDialog.tsx'

const ways = ['isbn', 'title'] as const

/** Groups of titles that look like one, to be looked at and merged. */
export function DuplicateListPage() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const by = ways.find((way) => way === params.get('by')) ?? 'isbn'
  const groups = usePages('catalogue.duplicates', { by })
  const [merging, setMerging] = useState<TitleRow[] | null>(null)
  const close = () => setMerging(null)
  return (
    <div className="page">
      <PageHeader
        title={t('catalogue.duplicates.title')}
        hint={t('catalogue.duplicates.hint')}
        back={{ to: keptAddress('/catalogue'), label: t('catalogue.list.title') }}
      />
      <Tabs
        label={t('catalogue.duplicates.by')}
        tabs={ways.map((key) => ({ key, label: t(`catalogue.duplicates.ways.${key}`) }))}
        current={by}
        onChange={(way) => setParams({ by: way }, { replace: true })}
      >
        <Failure of={groups.failure} />
        {groups.isStarting && !groups.failure && <p className="soft">{t('ui.list.loading')}</p>}
        {!groups.isStarting && groups.rows.length === 0 && !groups.failure && (
          <EmptyState icon="check" text={t(`catalogue.duplicates.empty.${by}`)} />
        )}
        {!groups.isOutdated &&
          groups.rows.map((group) => (
            <DuplicateGroup
              key={group.key}
              titles={group.titles}
              by={by}
              onMerge={() => setMerging(group.titles)}
            />
          ))}
        {groups.hasMore && (
          <div className="actions">
            <Button onClick={groups.more} disabled={groups.isLoading}>
              {t('common.actions.more')}
            </Button>
          </div>
        )}
      </Tabs>
      {merging && <MergeDialog titles={merging} onClose={close} onDone={close} />}
    </div>
  )
}
