import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import { priorityClasses, type JobFilters } from '../../shared/digitization/contract.ts'
import { jobStates, priorities, stageKinds } from '../../shared/digitization/rules.ts'
import { useQuery } from '../app/operations.ts'
import { Chip } from '../ui/Chip.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { usePlaceWord } from './use-place-word.ts'

export type JobView = 'list' | 'board'
const views = ['list', 'board'] as const
const takens = ['all', 'mine', 'pool', 'back', 'others'] as const

type Props = {
  filters: JobFilters
  text: string
  onText: (text: string) => void
  onNarrow: (change: Partial<JobFilters>) => void
  view: JobView
  onView: (view: JobView) => void
}

export function JobFilterBar({ filters, text, onText, onNarrow, view, onView }: Props) {
  const { t } = useTranslation()
  const projects = useQuery('digitization.projects', {}).value ?? []
  return (
    <div className="job-filters no-print">
      {view === 'list' && (
        <SearchBox
          label={t('digitization.list.search')}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      )}
      <InlineSelect
        label={t('digitization.list.view')}
        value={view}
        options={views.map((each) => ({ value: each, label: t(`digitization.list.views.${each}`) }))}
        onChange={(value) => onView(views.find((each) => each === value) ?? 'list')}
      />
      <InlineSelect
        label={t('digitization.fields.project')}
        value={filters.projectId === null ? '' : String(filters.projectId)}
        emptyLabel={t('digitization.list.anyProject')}
        options={projects.map(({ id, name, year }) => ({ value: String(id), label: `${year} · ${name}` }))}
        onChange={(value) => onNarrow({ projectId: value === '' ? null : Number(value) })}
      />
      {view === 'list' && <Narrower filters={filters} onNarrow={onNarrow} />}
    </div>
  )
}

/** What the list alone can be narrowed by; the board shows all of it at once. */
function Narrower({ filters, onNarrow }: Pick<Props, 'filters' | 'onNarrow'>) {
  const { t } = useTranslation()
  const placeWord = usePlaceWord()
  return (
    <>
      <InlineSelect
        label={t('digitization.list.taken')}
        value={filters.taken}
        options={takens.map((each) => ({ value: each, label: t(`digitization.list.takens.${each}`) }))}
        onChange={(value) => onNarrow({ taken: takens.find((each) => each === value) ?? 'all' })}
      />
      <InlineSelect
        label={t('digitization.fields.stage')}
        value={filters.stageKind ?? ''}
        emptyLabel={t('digitization.list.anyStage')}
        options={stageKinds.map((each) => ({ value: each, label: t(`digitization.kinds.${each}`) }))}
        onChange={(value) => onNarrow({ stageKind: stageKinds.find((each) => each === value) ?? null })}
      />
      <InlineSelect
        label={t('digitization.fields.state')}
        value={filters.state ?? ''}
        emptyLabel={t('digitization.list.anyState')}
        options={jobStates.map((each) => ({ value: each, label: t(`digitization.states.${each}`) }))}
        onChange={(value) => onNarrow({ state: jobStates.find((each) => each === value) ?? null })}
      />
      <InlineSelect
        label={t('digitization.fields.class')}
        value={filters.class ?? ''}
        emptyLabel={t('digitization.list.anyClass')}
        options={priorityClasses.map((each) => ({ value: each, label: t(`digitization.classes.${each}`) }))}
        onChange={(value) => onNarrow({ class: priorityClasses.find((each) => each === value) ?? null })}
      />
      <InlineSelect
        label={t('digitization.fields.priority')}
        value={filters.priority === null ? '' : String(filters.priority)}
        emptyLabel={t('digitization.list.anyPriority')}
        options={priorities.map((each) => ({
          value: String(each),
          label: t(`digitization.priorities.${each}`),
        }))}
        onChange={(value) => onNarrow({ priority: value === '' ? null : Number(value) })}
      />
      {filters.scannedFrom !== null && filters.scannedTo !== null && (
        <Chip
          removeLabel={t('digitization.list.anyDay')}
          onRemove={() =>
            onNarrow({
              scannedFrom: null,
              scannedTo: null,
              scannedById: null,
              scannedOn: null,
              state: 'open',
            })
          }
        >
          {t('digitization.list.scanned', {
            from: displayDate(filters.scannedFrom),
            to: displayDate(filters.scannedTo),
          })}
        </Chip>
      )}
      {filters.carriedBy !== null && (
        <Chip
          removeLabel={t('digitization.list.anyDay')}
          onRemove={() => onNarrow({ carriedBy: null, state: 'open' })}
        >
          {t('digitization.list.carriedBy', { on: displayDate(filters.carriedBy) })}
        </Chip>
      )}
      {filters.stoodOn !== null && filters.stoodAt !== null && (
        <Chip
          removeLabel={t('digitization.list.anyDay')}
          onRemove={() => onNarrow({ stoodOn: null, stoodAt: null, state: 'open' })}
        >
          {t('digitization.list.stood', {
            place: placeWord(filters.stoodAt),
            on: displayDate(filters.stoodOn),
          })}
        </Chip>
      )}
      {filters.batchId !== null && <BatchChip batchId={filters.batchId} onNarrow={onNarrow} />}
    </>
  )
}

function BatchChip({ batchId, onNarrow }: { batchId: number; onNarrow: Props['onNarrow'] }) {
  const { t } = useTranslation()
  const batches = useQuery('digitization.batches', {}).value ?? []
  const name = batches.find(({ id }) => id === batchId)?.name ?? String(batchId)
  return (
    <Chip removeLabel={t('digitization.list.allBatches')} onRemove={() => onNarrow({ batchId: null })}>
      {t('digitization.list.ofBatch', { name })}
    </Chip>
  )
}
