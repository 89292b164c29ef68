import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { useCall } from '../app/operations.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/icons.tsx'
import { isComposing } from '../ui/keys.ts'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { withCopy, type Gathered } from './gathered.ts'

type Cannot = Output<'copies.previewWithdrawal'>['cannot']
/** Changes the list as it stands by then: an answer may come late. */
type Change = (how: (copies: Gathered[]) => Gathered[]) => void
type Props = { copies: Gathered[]; cannot: Cannot; onChange: Change }

/** The list copies are scanned into: each code adds its copy at the top, and says so when it cannot. */
export function GatheredCopies({ copies, cannot, onChange }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { text, setText, said, onKeyDown } = useGathering(onChange)
  const [selected, setSelected] = useState<number | null>(null)
  const problemById = new Map(
    cannot.map(({ copyId, reason }) => [copyId, t(`copies.withdraw.reasons.${reason}`)]),
  )
  const remove = (ids: ReadonlySet<number>) => onChange((now) => now.filter(({ id }) => !ids.has(id)))
  const columns: Column<Gathered>[] = [
    {
      key: 'accessionNumber',
      label: t('copies.columns.accessionNumber'),
      widthPx: 120,
      cell: (copy) => copy.accessionNumber,
    },
    { key: 'title', label: t('copies.columns.title'), widthPx: 180, grows: true, cell: (copy) => copy.title },
    {
      key: 'price',
      label: t('copies.columns.price'),
      widthPx: 90,
      align: 'end',
      cell: (copy) => copy.priceMinor !== null && number(copy.priceMinor),
    },
    {
      key: 'problem',
      label: t('copies.withdraw.problem'),
      widthPx: 170,
      cell: (copy) => <span className="tone-bad">{problemById.get(copy.id)}</span>,
    },
    {
      key: 'remove',
      label: t('copies.withdraw.remove'),
      widthPx: 64,
      cell: (copy) => (
        <IconButton
          icon="close"
          label={t('copies.withdraw.removeCopy', { accessionNumber: copy.accessionNumber })}
          tabIndex={-1}
          onClick={() => remove(new Set([copy.id]))}
        />
      ),
    },
  ]
  return (
    <div className="panel-filled">
      <div className="row">
        <SearchBox
          label={t('copies.withdraw.scan')}
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {said.isWrong ? (
        <div className="notice bad" role="alert">
          <Icon name="warning" />
          <span className="text">{said.text}</span>
        </div>
      ) : (
        <p className="soft small" role="status">
          {said.text || t('copies.withdraw.scanHint')}
        </p>
      )}
      {cannot.length > 0 && (
        <div className="notice bad">
          <Icon name="warning" />
          <span className="text">
            {t('copies.withdraw.cannot', { count: cannot.length, shown: number(cannot.length) })}
          </span>
          <Button onClick={() => remove(new Set(cannot.map(({ copyId }) => copyId)))}>
            {t('copies.withdraw.removeThese')}
          </Button>
        </div>
      )}
      <Table
        label={t('copies.withdraw.list')}
        name="withdraw"
        columns={columns}
        rows={copies}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        total={{ count: copies.length, isExact: true }}
        empty={<EmptyState icon="signOut" text={t('copies.withdraw.empty')} />}
      />
    </div>
  )
}

function useGathering(onChange: Change) {
  const { t } = useTranslation()
  const call = useCall()
  const [text, setText] = useState('')
  const [said, say] = useState({ text: '', isWrong: false })
  // A scanner is faster than a busy engine: codes are looked up one after another, in the order they came.
  const last = useRef(Promise.resolve())
  async function gather(code: string) {
    const answer = await call('copies.byCode', { code })
    const [copy, ...others] = answer.ok ? answer.value : []
    const refuse = (text: string) => say({ text, isWrong: true })
    if (!copy) return refuse(t('copies.withdraw.unknown', { code }))
    if (others.length > 0) return refuse(t('copies.withdraw.several', { code, count: others.length + 1 }))
    const { id, accessionNumber, title, priceMinor } = copy
    let isNew = false
    onChange((now) => {
      const next = withCopy(now, { id, accessionNumber, title, priceMinor })
      isNew = next !== now
      return next
    })
    const text = isNew
      ? t('copies.withdraw.added', { accessionNumber, title })
      : t('copies.withdraw.already', { accessionNumber })
    say({ text, isWrong: false })
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.ctrlKey || isComposing(event)) return
    event.preventDefault()
    const code = text.trim()
    setText('')
    if (code) last.current = last.current.then(() => gather(code))
  }
  return { text, setText, said, onKeyDown }
}
