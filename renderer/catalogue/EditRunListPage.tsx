import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { keptAddress } from '../app/kept.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { EditRunTable } from './EditRunTable.tsx'
import { MergeTable } from './MergeTable.tsx'

const kinds = ['edits', 'merges'] as const

/** What was done to many titles at once, and the way back from it. */
export function EditRunListPage() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const kind = kinds.find((known) => known === params.get('kind')) ?? 'edits'
  return (
    <div className="page">
      <PageHeader
        title={t('catalogue.edits.title')}
        hint={t('catalogue.edits.hint')}
        back={{ to: keptAddress('/catalogue'), label: t('catalogue.list.title') }}
      />
      <Tabs
        label={t('catalogue.edits.title')}
        tabs={kinds.map((key) => ({ key, label: t(`catalogue.edits.kinds.${key}`) }))}
        current={kind}
        onChange={(key) => setParams({ kind: key }, { replace: true })}
      >
        {kind === 'edits' ? <EditRunTable /> : <MergeTable />}
      </Tabs>
    </div>
  )
}
