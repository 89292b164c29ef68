import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { CollectionTitle } from '../../shared/digitization/contract.ts'
import { useCommand, useQuery, useRows } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useListCursor } from '../app/use-list-cursor.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { ChosenBar } from '../ui/ChosenBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useChoice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'

const keyOf = ({ id }: CollectionTitle) => id

/** The titles of a collection today. */
export function CollectionPage() {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const navigate = useNavigate()
  const number = useNumberText()
  const collectionId = Number(useParams()['id'])
  const [text, setText] = useSearchText()
  const collections = useQuery('digitization.collections', {})
  const collection = collections.value?.find(({ id }) => id === collectionId)
  const rows = useRows('digitization.collectionTitles', { collectionId, text })
  const cursor = useListCursor(`digitization.collection.${collectionId}.at`, rows)
  const choice = useChoice({ keyOf, load: rows.load, allCount: null, listKey: rows.listKey })
  const remove = useCommand('digitization.removeFromCollection')
  const add = useCommand('digitization.addToCollection')
  const columns = useTitleColumns()
  const count = rows.total?.count ?? 0
  async function takeOut() {
    const answer = await remove.run({ collectionId, titleIds: choice.rows.map(keyOf) })
    if (!answer.ok) return
    const { removed } = answer.value
    choice.clear()
    toast({
      text: t('digitization.collections.takenOut', { shown: number(removed.length) }),
      onUndo: async () => void (await add.run({ collectionId, selection: { ids: removed } })),
    })
  }
  return (
    <div className="page filled">
      <PageHeader
        title={collection?.name ?? t('digitization.menu.collection')}
        {...(collection?.description && { hint: collection.description })}
        back={{ to: '/digitization/jobs/collections', label: t('digitization.collections.title') }}
      />
      <div className="row no-print">
        <SearchBox
          label={t('digitization.collections.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Failure of={rows.failure ?? remove.failure ?? add.failure} />
      <ChosenBar choice={choice}>
        <Button icon="remove" disabled={remove.isRunning} onClick={() => void takeOut()}>
          {t('digitization.collections.takeOut')}
        </Button>
      </ChosenBar>
      <Table
        label={collection?.name ?? t('digitization.menu.collection')}
        name="digitization.collectionTitles"
        columns={columns}
        keyOf={keyOf}
        rowCount={rows.rowCount}
        rowAt={rows.rowAt}
        onShow={rows.show}
        at={cursor.at}
        onMove={cursor.move}
        listKey={rows.listKey}
        onOpen={({ id }) => void navigate(`/catalogue/${id}`)}
        total={rows.total}
        choice={can('digitization.write') ? choice : undefined}
        isLoading={rows.isStarting || rows.isOutdated}
        empty={
          <EmptyState
            icon="panel"
            text={t(
              text === '' ? 'digitization.collections.noTitles' : 'digitization.collections.nothingFound',
            )}
          >
            {text === '' && (
              <Button kind="primary" onClick={() => void navigate('/catalogue')}>
                {t('digitization.collections.openCatalogue')}
              </Button>
            )}
          </EmptyState>
        }
        foot={
          <span aria-live="polite">
            {t('digitization.collections.count', { count, shown: number(count) })}
          </span>
        }
      />
    </div>
  )
}

function useTitleColumns(): Column<CollectionTitle>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'title',
      label: t('digitization.fields.title'),
      widthPx: 300,
      grows: true,
      cell: ({ title }) => title,
    },
    {
      key: 'responsibility',
      label: t('digitization.collections.responsibility'),
      widthPx: 200,
      grows: true,
      cell: ({ responsibility }) => responsibility,
    },
    {
      key: 'year',
      label: t('digitization.collections.year'),
      widthPx: 90,
      align: 'end',
      cell: ({ publishedYear }) => publishedYear,
    },
    {
      key: 'addedOn',
      label: t('digitization.collections.addedOn'),
      widthPx: 120,
      cell: ({ addedOn }) => displayDate(addedOn),
    },
    {
      key: 'isDigitized',
      label: t('digitization.collections.digital'),
      widthPx: 140,
      cell: ({ isDigitized }) => (
        <Chip tone={isDigitized ? 'good' : 'plain'}>
          {t(`digitization.collections.${isDigitized ? 'isDigital' : 'notDigital'}`)}
        </Chip>
      ),
    },
  ]
}
