import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { memberStates, type Member, type MemberFilters } from '../../shared/association/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useNarrowing } from '../app/use-narrowing.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { AssociationTabs } from './AssociationTabs.tsx'
import { ListExport } from './ListExport.tsx'
import { MemberDialog } from './MemberDialog.tsx'
import { useBranches } from './use-branches.ts'
import { recentYears } from './use-year.ts'

/** Everybody who belongs or belonged, by given name. */
export function MemberListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const { search, narrow, clear } = useNarrowing()
  const [text, setText] = useSearchText()
  const filters: MemberFilters = {
    text,
    branchId: Number(search.get('branchId')) || null,
    state: memberStates.find((each) => each === search.get('state')) ?? null,
    admittedYear: Number(search.get('admittedYear')) || null,
  }
  const list = usePages('association.members', filters)
  const [selected, setSelected] = useState<number | null>(null)
  const [edited, setEdited] = useState<Member | null>(null)
  const chosen = list.rows.find(({ id }) => id === selected)
  const mayWrite = can('association.write')
  const isNarrowed = text !== '' || search.size > 0
  const total = list.firstPage?.total
  return (
    <div className="page filled">
      <PageHeader title={t('association.members.title')} hint={t('association.members.hint')}>
        {mayWrite && chosen && (
          <Button icon="edit" onClick={() => setEdited(chosen)}>
            {t('association.members.change')}
          </Button>
        )}
        <ListExport what={{ list: 'members', filters }} />
        {mayWrite && <AdmitLink />}
      </PageHeader>
      <AssociationTabs />
      <Filters filters={filters} text={text} onText={setText} onNarrow={narrow} />
      {total && (
        <p className="soft">
          {t(total.isExact ? 'association.members.total' : 'association.members.moreThan', {
            shown: number(total.count),
          })}
        </p>
      )}
      <Failure of={list.failure} />
      <Table
        label={t('association.members.title')}
        name="members"
        columns={useColumns()}
        rows={list.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={(member) => mayWrite && setEdited(member)}
        hasMore={list.hasMore}
        onMore={list.more}
        isLoading={list.isStarting && !list.failure}
        empty={
          <EmptyState
            icon="people"
            text={t(isNarrowed ? 'association.members.nothingFound' : 'association.members.empty')}
          >
            {isNarrowed ? (
              <Button onClick={clear}>{t('association.members.showAll')}</Button>
            ) : (
              mayWrite && <AdmitLink />
            )}
          </EmptyState>
        }
      />
      {edited && <MemberDialog member={edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

function AdmitLink() {
  const { t } = useTranslation()
  return (
    <Link className="button primary" to="/association/admissions/new">
      <Icon name="add" />
      {t('association.menu.admit')}
    </Link>
  )
}

type FilterProps = {
  filters: MemberFilters
  text: string
  onText: (text: string) => void
  onNarrow: (change: Partial<Record<'branchId' | 'state' | 'admittedYear', string>>) => void
}

function Filters({ filters, text, onText, onNarrow }: FilterProps) {
  const { t } = useTranslation()
  const { options } = useBranches()
  return (
    <div className="association-filters no-print">
      <SearchBox
        label={t('association.members.search')}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <InlineSelect
        label={t('association.fields.branchId')}
        emptyLabel={t('association.members.anyBranch')}
        value={filters.branchId === null ? '' : String(filters.branchId)}
        options={options}
        onChange={(value) => onNarrow({ branchId: value })}
      />
      <InlineSelect
        label={t('association.fields.state')}
        emptyLabel={t('association.members.anyState')}
        value={filters.state ?? ''}
        options={memberStates.map((each) => ({ value: each, label: t(`association.memberStates.${each}`) }))}
        onChange={(value) => onNarrow({ state: value })}
      />
      <InlineSelect
        label={t('association.members.admittedYear')}
        emptyLabel={t('association.members.anyYear')}
        value={filters.admittedYear === null ? '' : String(filters.admittedYear)}
        options={recentYears().map((year) => ({ value: String(year), label: String(year) }))}
        onChange={(value) => onNarrow({ admittedYear: value })}
      />
    </div>
  )
}

function useColumns(): Column<Member>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('association.fields.name'),
        widthPx: 180,
        grows: true,
        cell: ({ name }) => name,
      },
      {
        key: 'branchId',
        label: t('association.fields.branchId'),
        widthPx: 240,
        grows: true,
        cell: ({ branchName }) => branchName,
      },
      {
        key: 'position',
        label: t('association.fields.position'),
        widthPx: 186,
        cell: ({ position }) => position,
      },
      {
        key: 'cardNumber',
        label: t('association.fields.cardNumber'),
        widthPx: 100,
        cell: ({ cardNumber }) => cardNumber,
      },
      {
        key: 'decisionNumber',
        label: t('association.fields.decisionNumber'),
        widthPx: 130,
        cell: ({ decisionNumber }) => decisionNumber,
      },
      {
        key: 'admittedOn',
        label: t('association.fields.admittedOn'),
        widthPx: 126,
        cell: ({ admittedOn }) => displayDate(admittedOn),
      },
      {
        key: 'state',
        label: t('association.fields.state'),
        widthPx: 132,
        cell: ({ leftOn }) =>
          leftOn === null
            ? t('association.memberStates.current')
            : t('association.members.left', { on: displayDate(leftOn) }),
      },
    ],
    [t],
  )
}
