import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { Scan, Stocktake } from '../../shared/stocktake/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSession } from '../app/session-context.ts'
import { useListCursor } from '../app/use-list-cursor.ts'
import { useRows } from '../app/use-rows.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useStocktakeWords } from './use-stocktake-words.ts'

const kinds = ['all', 'twice', 'repaired', 'unknown', 'undone'] as const

export function ScanListPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: stocktake, failure } = useQuery('stocktake.stocktake', { id })
  if (stocktake) return <ScanList key={id} stocktake={stocktake} />
  return (
    <div className="page">
      <PageHeader
        title={t('stocktake.menu.scans')}
        back={{ to: '/stocktake', label: t('stocktake.list.title') }}
      />
      <Failure of={failure} />
    </div>
  )
}

function idIn(search: URLSearchParams, name: string): number | null {
  const value = Number(search.get(name) ?? '')
  return Number.isInteger(value) && value > 0 ? value : null
}

/** Every scan by itself, newest first: who, when, where, from which source, and what came of it. */
function ScanList({ stocktake }: { stocktake: Stocktake }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const number = useNumberText()
  const [search, setSearch] = useSearchParams()
  const kind = kinds.find((each) => each === search.get('kind')) ?? 'all'
  const userId = idIn(search, 'user')
  const sourceId = idIn(search, 'source')
  const { id } = stocktake
  const scans = useRows('stocktake.scans', { id, kind, userId, sourceId })
  const cursor = useListCursor('stocktakeScans.cursor', scans)
  const columns = useScanColumns(stocktake)
  function show(next: string) {
    const params = new URLSearchParams(search)
    params.set('kind', next)
    setSearch(params, { replace: true })
  }
  useShortcut('Escape', () => void navigate(`/stocktake/${id}`))
  return (
    <div className="page filled">
      <PageHeader
        title={t('stocktake.scans.title')}
        hint={t('stocktake.scans.hint')}
        back={{ to: `/stocktake/${id}`, label: stocktake.name }}
      >
        {cursor.row && <UndoButton scan={cursor.row} stocktake={stocktake} />}
      </PageHeader>
      <div className="row no-print">
        <InlineSelect
          label={t('stocktake.scans.kind')}
          options={kinds.map((each) => ({ value: each, label: t(`stocktake.scans.kinds.${each}`) }))}
          value={kind}
          onChange={show}
        />
        {(userId !== null || sourceId !== null) && (
          <Button kind="quiet" icon="close" onClick={() => setSearch({ kind }, { replace: true })}>
            {t('stocktake.scans.everybody')}
          </Button>
        )}
      </div>
      <Failure of={scans.failure} />
      <Table
        label={t('stocktake.scans.title')}
        name="stocktake.scans"
        columns={columns}
        keyOf={({ id: scanId }) => scanId}
        rowCount={scans.rowCount}
        rowAt={scans.rowAt}
        onShow={scans.show}
        at={cursor.at}
        jump={cursor.jump}
        onMove={cursor.move}
        listKey={scans.listKey}
        onOpen={({ copyId }) => copyId !== null && void navigate(`/copies/${copyId}`)}
        total={scans.total}
        isLoading={scans.isStarting}
        empty={<EmptyState icon="barcode" text={t('stocktake.scans.empty')} />}
        foot={
          scans.total && (
            <span aria-live="polite">
              {t('stocktake.scans.count', { count: scans.total.count, shown: number(scans.total.count) })}
            </span>
          )
        }
      />
    </div>
  )
}

function UndoButton({ scan, stocktake }: { scan: Scan; stocktake: Stocktake }) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const name = useSession().user?.name
  const undo = useCommand('stocktake.undoScan')
  const mayUndo =
    stocktake.state === 'open' &&
    scan.class !== 'undone' &&
    can('stocktake.scan') &&
    (can('stocktake.write') || scan.by === name)
  async function undoIt() {
    const answer = await undo.run({ scanId: scan.id })
    if (answer.ok) toast({ text: t('stocktake.scans.undone', { code: scan.code }) })
  }
  return (
    <>
      {mayUndo && (
        <Button icon="restore" disabled={undo.isRunning} onClick={() => void undoIt()}>
          {t('stocktake.scans.undo', { code: scan.accessionNumber || scan.code })}
        </Button>
      )}
      <Failure of={undo.failure} />
    </>
  )
}

function useScanColumns({ state }: Stocktake): Column<Scan>[] {
  const { t } = useTranslation()
  const words = useStocktakeWords()
  return useMemo(
    () => [
      {
        key: 'code',
        label: t('stocktake.columns.code'),
        widthPx: 130,
        cell: ({ code, class: itemClass }) => (itemClass === 'undone' ? <del>{code}</del> : code),
      },
      {
        key: 'number',
        label: t('stocktake.columns.readAs'),
        widthPx: 100,
        cell: ({ code, accessionNumber }) => accessionNumber !== code && accessionNumber,
      },
      {
        key: 'title',
        label: t('stocktake.columns.title'),
        widthPx: 170,
        grows: true,
        cell: ({ title }) => title,
      },
      {
        key: 'class',
        label: t('stocktake.columns.class'),
        widthPx: 150,
        cell: (scan) => words.className(scan.class, state),
      },
      {
        key: 'repair',
        label: t('stocktake.columns.repair'),
        widthPx: 140,
        cell: ({ repair }) => repair !== 'none' && t(`stocktake.repairs.${repair}`),
      },
      {
        key: 'place',
        label: t('stocktake.columns.seen'),
        widthPx: 160,
        cell: ({ place }) => words.place(place),
      },
      { key: 'at', label: t('stocktake.columns.at'), widthPx: 150, cell: ({ at }) => displayInstant(at) },
      {
        key: 'by',
        label: t('stocktake.columns.by'),
        widthPx: 130,
        cell: ({ by, source }) => (source === '' ? by : `${source} (${by})`),
      },
    ],
    [t, words, state],
  )
}
