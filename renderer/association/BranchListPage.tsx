import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { BranchFields, type Branch } from '../../shared/association/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { AssociationTabs } from './AssociationTabs.tsx'
import { BranchDialog } from './BranchDialog.tsx'

/** The association's units as a tree, each with who belongs to it. */
export function BranchListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const [text, setText] = useSearchText()
  const list = useQuery('association.branches', { text }, { keepsPrevious: true })
  const remove = useCommand('association.removeBranch')
  const add = useCommand('association.addBranch')
  const [selected, setSelected] = useState<number | null>(null)
  const [edited, setEdited] = useState<Branch | 'new' | null>(null)
  const chosen = list.value?.find(({ id }) => id === selected)
  const mayWrite = can('association.write')
  async function drop(branch: Branch) {
    const { id, rev, name } = branch
    const answer = await remove.run({ id, rev })
    if (answer.ok)
      toast({
        text: t('association.branches.removed', { name }),
        onUndo: async () => void (await add.run(BranchFields.parse(branch))),
      })
  }
  return (
    <div className="page filled">
      <PageHeader title={t('association.branches.title')} hint={t('association.branches.hint')}>
        {mayWrite && chosen && (
          <>
            <Button icon="edit" onClick={() => setEdited(chosen)}>
              {t('association.branches.change')}
            </Button>
            <Button icon="remove" disabled={remove.isRunning} onClick={() => void drop(chosen)}>
              {t('association.branches.remove')}
            </Button>
          </>
        )}
        {mayWrite && list.value && list.value.length > 0 && (
          <Link
            className="button"
            to={`/association/admissions/new${chosen ? `?branchId=${chosen.id}` : ''}`}
          >
            <Icon name="people" />
            {t('association.branches.admit')}
          </Link>
        )}
        {mayWrite && (
          <Button kind="primary" icon="add" onClick={() => setEdited('new')}>
            {t('association.branches.add')}
          </Button>
        )}
      </PageHeader>
      <AssociationTabs />
      <div className="association-filters no-print">
        <SearchBox
          label={t('association.branches.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Failure of={list.failure ?? remove.failure} />
      <Table
        label={t('association.branches.title')}
        name="branches"
        columns={useColumns(text === '')}
        rows={list.value ?? []}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={(branch) => mayWrite && setEdited(branch)}
        isLoading={list.isLoading}
        empty={
          <EmptyState
            icon="people"
            text={t(text === '' ? 'association.branches.empty' : 'association.branches.nothingFound')}
          >
            {mayWrite && text === '' && (
              <Button kind="primary" onClick={() => setEdited('new')}>
                {t('association.branches.addFirst')}
              </Button>
            )}
          </EmptyState>
        }
      />
      {edited && <BranchDialog branch={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

const indent = '\u2003'

function useColumns(isTree: boolean): Column<Branch>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('association.fields.branchName'),
        widthPx: 340,
        grows: true,
        cell: ({ name, depth }) => (isTree ? indent.repeat(depth) + name : name),
      },
      {
        key: 'kind',
        label: t('association.fields.kind'),
        widthPx: 110,
        cell: ({ kind }) => t(`association.branchKinds.${kind}`),
      },
      {
        key: 'sector',
        label: t('association.fields.sector'),
        widthPx: 190,
        cell: ({ sector }) => t(`association.sectors.${sector}`),
      },
      {
        key: 'leader',
        label: t('association.fields.leader'),
        widthPx: 170,
        cell: ({ leader }) => leader,
      },
      {
        key: 'foundedOn',
        label: t('association.fields.foundedOn'),
        widthPx: 190,
        cell: ({ foundedOn, closedOn }) =>
          closedOn === null
            ? displayDate(foundedOn)
            : t('association.branches.closed', { on: displayDate(closedOn) }),
      },
      {
        key: 'members',
        label: t('association.fields.members'),
        widthPx: 90,
        align: 'end',
        cell: ({ id, members }) => (
          <Link
            className="figure-value provisional"
            tabIndex={-1}
            to={`/association/members?branchId=${id}&state=current`}
          >
            {number(members)}
          </Link>
        ),
      },
    ],
    [t, number, isTree],
  )
}
