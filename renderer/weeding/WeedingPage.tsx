import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { WeedingRecord } from '../../shared/weeding/contract.ts'
import { paperAwaited, paperKinds, type PaperKind } from '../../shared/weeding/rules.ts'
import { keptAddress } from '../app/kept.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RecordHistory } from '../journal/index.ts'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ItemList } from './ItemList.tsx'
import { PaperPanel } from './PaperPanel.tsx'
import { WeedingActs } from './WeedingActs.tsx'
import { WeedingFigures } from './WeedingFigures.tsx'
import { KeptChip, StageChip } from './WeedingListPage.tsx'
import { WeedingSteps } from './WeedingSteps.tsx'

const parts = ['items', 'papers', 'history'] as const
type Part = (typeof parts)[number]

export function WeedingPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: weeding, failure } = useQuery('weeding.weeding', { id }, { keepsPrevious: true })
  if (weeding?.id === id) return <WeedingFile key={id} weeding={weeding} />
  return (
    <div className="page">
      <PageHeader
        title={t('weeding.menu.weeding')}
        back={{ to: '/weeding', label: t('weeding.list.title') }}
      />
      <Failure of={failure} />
    </div>
  )
}

/** One dossier: its five steps above, the list or a paper below, what it comes to beside it. */
function WeedingFile({ weeding }: { weeding: WeedingRecord }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const number = useNumberText()
  const [search, setSearch] = useSearchParams()
  const awaited = paperAwaited(weeding.stage) ?? 'approval'
  const [kind, setKind] = useState<PaperKind>(awaited)
  const shown = paperKinds.find((each) => each === search.get('paper')) ?? kind
  const part = parts.find((each) => each === search.get('part')) ?? 'items'
  const show = (next: Part) => setSearch({ part: next }, { replace: true })
  const back = { to: keptAddress('/weeding'), label: t('weeding.list.title') }
  useShortcut('Escape', () => void navigate(back.to))
  const labels: Record<Part, string> = {
    items: t('weeding.page.tabs.items', { count: weeding.copies, shown: number(weeding.copies) }),
    papers: t('weeding.page.tabs.papers'),
    history: t('weeding.page.tabs.history'),
  }
  return (
    <div className="page filled">
      <PageHeader title={weeding.name} back={back}>
        <StageChip weeding={weeding} />
        <KeptChip weeding={weeding} isAlone />
        {can('weeding.write') && <WeedingActs weeding={weeding} />}
      </PageHeader>
      {weeding.backReason !== '' && (
        <Notice icon="restore" text={t('weeding.page.backReason', { reason: weeding.backReason })} />
      )}
      <WeedingSteps
        weeding={weeding}
        shown={part === 'papers' ? shown : null}
        onShow={(next) => {
          setKind(next)
          setSearch({ part: 'papers', paper: next }, { replace: true })
        }}
      />
      <div className="weeding-body">
        <div className="tabs-filled">
          <Tabs
            label={t('weeding.page.parts')}
            tabs={parts.map((key) => ({ key, label: labels[key] }))}
            current={part}
            onChange={show}
          >
            {part === 'items' && <ItemList weeding={weeding} />}
            {part === 'papers' && <PaperPanel key={shown} weeding={weeding} kind={shown} />}
            {part === 'history' && (
              <div className="scrolls-down">
                <RecordHistory
                  of={[
                    { tableName: 'weeding' as const, rowId: weeding.id },
                    ...weeding.papers.map(({ id }) => ({
                      tableName: 'weedingPaper' as const,
                      rowId: id,
                    })),
                  ]}
                />
              </div>
            )}
          </Tabs>
        </div>
        <WeedingFigures weeding={weeding} />
      </div>
    </div>
  )
}
