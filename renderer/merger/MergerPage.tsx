import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import type { Merger } from '../../shared/merger/contract.ts'
import { useKept } from '../app/kept.ts'
import { useJob, usePages, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { StateChip, UsedTitles } from '../interchange/index.ts'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { CopiesPart } from './CopiesPart.tsx'
import { HistoryPart } from './HistoryPart.tsx'
import { MergerActs } from './MergerActs.tsx'
import { MergerProgress } from './MergerProgress.tsx'
import { OverviewPart } from './OverviewPart.tsx'
import { TitlesPart } from './TitlesPart.tsx'

const parts = ['overview', 'titles', 'copies', 'history', 'obstacles'] as const
type Part = (typeof parts)[number]

/** One library that is taken in: what it holds, what becomes of it, and the way there and back. */
export function MergerPage() {
  const { t } = useTranslation()
  const { id = '', tab = '' } = useParams()
  const { value: merger, failure } = useQuery('merger.merger', { id: Number(id) })
  if (merger) return <OneMerger key={merger.id} merger={merger} tab={tab} />
  return (
    <div className="page">
      <PageHeader title={t('merger.menu.merger')} back={{ to: '/merger', label: t('merger.list.title') }} />
      <Failure of={failure} />
    </div>
  )
}

function OneMerger({ merger, tab }: { merger: Merger; tab: string }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const number = useNumberText()
  const write = useJob('merger.write')
  const undo = useJob('merger.undo')
  // A job does not say which merger it works on; this window knows what it began, and the merger what is done to it.
  const [begunId, begin] = useKept<number | null>('mergers.begun', null)
  const { id, state, unitName, found } = merger
  const isMine = begunId === id
  const offered = parts.filter((each) => each !== 'obstacles' || (state === 'written' && can('merger.write')))
  const current: Part = offered.find((each) => each === tab) ?? 'overview'
  const counts: Partial<Record<Part, number>> = { titles: found.titles, copies: found.copies + found.gone }
  function beginHere() {
    begin(id)
    void navigate(`/merger/${id}`, { replace: true })
  }
  return (
    <div className="page filled">
      <PageHeader
        title={t('merger.page.title', { unit: unitName })}
        {...(can('merger.write') ? { back: { to: '/merger', label: t('merger.list.title') } } : {})}
      >
        <MergerActs
          merger={merger}
          isBusy={write.isRunning || undo.isRunning}
          onWrite={() => {
            beginHere()
            void write.start({ id })
          }}
          onUndo={() => {
            beginHere()
            void undo.start({ id })
          }}
        />
      </PageHeader>
      {current === 'overview' && <Sentence merger={merger} />}
      {(isMine || state === 'writing') && <MergerProgress run={write} />}
      {(isMine || state === 'undoing') && <MergerProgress run={undo} />}
      {isMine && undo.output && (
        <Notice
          icon="check"
          text={t('merger.undo.done', {
            titles: number(undo.output.titles),
            copies: number(undo.output.copies),
          })}
        />
      )}
      <nav className="link-tabs no-print" aria-label={t('merger.page.tabs.label')}>
        {offered.map((key) => (
          <Link
            key={key}
            to={key === 'overview' ? `/merger/${id}` : `/merger/${id}/${key}`}
            replace
            aria-current={key === current ? 'page' : undefined}
          >
            {t(`merger.page.tabs.${key}`)}
            {counts[key] !== undefined && <span className="soft number"> {number(counts[key])}</span>}
          </Link>
        ))}
      </nav>
      {current === 'overview' && <OverviewPart merger={merger} />}
      {current === 'titles' && <TitlesPart merger={merger} />}
      {current === 'copies' && <CopiesPart merger={merger} />}
      {current === 'history' && <HistoryPart merger={merger} />}
      {current === 'obstacles' && <Obstacles merger={merger} />}
    </div>
  )
}

/** What the merger is and what happens next. */
function Sentence({ merger }: { merger: Merger }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { state, found, written, mergedOn, writtenAt, undoneAt, startedAt } = merger
  const on = displayInstant((state === 'undone' ? undoneAt : writtenAt) ?? startedAt)
  const copies = state === 'written' ? written.copies : found.copies
  return (
    <div className="run-sentence">
      <StateChip state={state} text={t(`merger.states.${state}`)} />
      <p aria-live="polite">
        {t(`merger.page.sentence.${state}`, {
          titles: number(found.titles),
          copies: number(copies),
          created: number(written.created),
          mergedOn: displayDate(mergedOn),
          on,
        })}
      </p>
    </div>
  )
}

/** Titles that were worked with since the merger: what stands in the way of taking it back. */
function Obstacles({ merger }: { merger: Merger }) {
  const { t } = useTranslation()
  const used = usePages('merger.obstacles', { mergerId: merger.id })
  return (
    <UsedTitles
      used={used}
      name="merger-obstacles"
      label={t('merger.page.tabs.obstacles')}
      empty={t('merger.obstacles.empty')}
    />
  )
}
