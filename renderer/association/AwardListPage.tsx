import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  AwardFields,
  awardKinds,
  recipientKinds,
  type Award,
  type AwardFilters,
} from '../../shared/association/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { useCommand, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useNarrowing } from '../app/use-narrowing.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { AssociationTabs } from './AssociationTabs.tsx'
import { AwardDialog } from './AwardDialog.tsx'
import { ListExport } from './ListExport.tsx'
import { recentYears } from './use-year.ts'

/** Who was honoured by which decision, the newest first. */
export function AwardListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const number = useNumberText()
  const { search, narrow } = useNarrowing()
  const [text, setText] = useSearchText()
  const filters: AwardFilters = {
    text,
    year: Number(search.get('year')) || null,
    kind: awardKinds.find((each) => each === search.get('kind')) ?? null,
    receivedBy: recipientKinds.find((each) => each === search.get('receivedBy')) ?? null,
  }
  const list = usePages('association.awards', filters)
  const remove = useCommand('association.removeAward')
  const add = useCommand('association.addAward')
  const [selected, setSelected] = useState<number | null>(null)
  const [edited, setEdited] = useState<Award | 'new' | null>(null)
  const chosen = list.rows.find(({ id }) => id === selected)
  const mayWrite = can('association.write')
  const isNarrowed = text !== '' || search.size > 0
  const total = list.firstPage?.total
  async function drop(award: Award) {
    const answer = await remove.run({ id: award.id, rev: award.rev })
    if (answer.ok)
      toast({
        text: t('association.awards.removed', { name: award.recipient }),
        onUndo: async () => void (await add.run(AwardFields.parse(award))),
      })
  }
  return (
    <div className="page filled">
      <PageHeader title={t('association.awards.title')} hint={t('association.awards.hint')}>
        {mayWrite && chosen && (
          <>
            <Button icon="edit" onClick={() => setEdited(chosen)}>
              {t('association.awards.change')}
            </Button>
            <Button icon="remove" disabled={remove.isRunning} onClick={() => void drop(chosen)}>
              {t('association.awards.remove')}
            </Button>
          </>
        )}
        <ListExport what={{ list: 'awards', filters }} />
        {mayWrite && (
          <Button kind="primary" icon="add" onClick={() => setEdited('new')}>
            {t('association.awards.add')}
          </Button>
        )}
      </PageHeader>
      <AssociationTabs />
      <Filters filters={filters} text={text} onText={setText} onNarrow={narrow} />
      {total && (
        <p className="soft">
          {t(total.isExact ? 'association.awards.total' : 'association.awards.moreThan', {
            shown: number(total.count),
          })}
        </p>
      )}
      <Failure of={list.failure ?? remove.failure} />
      <Table
        label={t('association.awards.title')}
        name="awards"
        columns={useColumns()}
        rows={list.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={(award) => mayWrite && setEdited(award)}
        hasMore={list.hasMore}
        onMore={list.more}
        isLoading={list.isStarting && !list.failure}
        empty={
          <EmptyState
            icon="star"
            text={t(isNarrowed ? 'association.awards.nothingFound' : 'association.awards.empty')}
          >
            {mayWrite && !isNarrowed && (
              <Button kind="primary" onClick={() => setEdited('new')}>
                {t('association.awards.addFirst')}
              </Button>
            )}
          </EmptyState>
        }
      />
      {edited && <AwardDialog award={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

type FilterProps = {
  filters: AwardFilters
  text: string
  onText: (text: string) => void
  onNarrow: (change: Partial<Record<'year' | 'kind' | 'receivedBy', string>>) => void
}

function Filters({ filters, text, onText, onNarrow }: FilterProps) {
  const { t } = useTranslation()
  return (
    <div className="association-filters no-print">
      <SearchBox
        label={t('association.awards.search')}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <InlineSelect
        label={t('association.fields.year')}
        emptyLabel={t('association.awards.anyYear')}
        value={filters.year === null ? '' : String(filters.year)}
        options={recentYears().map((year) => ({ value: String(year), label: String(year) }))}
        onChange={(value) => onNarrow({ year: value })}
      />
      <InlineSelect
        label={t('association.fields.kind')}
        emptyLabel={t('association.awards.anyKind')}
        value={filters.kind ?? ''}
        options={awardKinds.map((each) => ({ value: each, label: t(`association.awardKinds.${each}`) }))}
        onChange={(value) => onNarrow({ kind: value })}
      />
      <InlineSelect
        label={t('association.fields.receivedBy')}
        emptyLabel={t('association.awards.anyRecipient')}
        value={filters.receivedBy ?? ''}
        options={recipientKinds.map((each) => ({
          value: each,
          label: t(`association.recipientKinds.${each}`),
        }))}
        onChange={(value) => onNarrow({ receivedBy: value })}
      />
    </div>
  )
}

function useColumns(): Column<Award>[] {
  const { t } = useTranslation()
  return useMemo(() => {
    const column = (key: keyof Award & keyof typeof widths, cell: Column<Award>['cell']): Column<Award> => ({
      key,
      label: t(`association.fields.${key}`),
      widthPx: widths[key],
      grows: key === 'recipient' || key === 'reason',
      cell,
    })
    return [
      column('year', ({ year }) => year),
      column('recipient', ({ recipient }) => recipient),
      column('receivedBy', ({ receivedBy }) => t(`association.recipientKinds.${receivedBy}`)),
      column('kind', ({ kind }) => t(`association.awardKinds.${kind}`)),
      column('decisionNumber', ({ decisionNumber }) => decisionNumber),
      column('decidedOn', ({ decidedOn }) => displayDate(decidedOn)),
      column('issuer', ({ issuer }) => issuer),
      column('reason', ({ reason }) => reason),
    ]
  }, [t])
}

const widths = {
  year: 60,
  recipient: 220,
  receivedBy: 90,
  kind: 140,
  decisionNumber: 140,
  decidedOn: 124,
  issuer: 180,
  reason: 180,
}
