import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../app/operations.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { isComposing } from '../ui/keys.ts'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import type { SourceProps } from './SourceFields.tsx'
import type { WantedCopy } from './wanted.ts'

/** Copies chosen in a list before, and those scanned here one after another. */
export function WantedCopies({ wanted: { copies }, onChange }: SourceProps) {
  const { t } = useTranslation()
  const { text, setText, said, onKeyDown } = useScanning(onChange)
  const [selected, setSelected] = useState<number | null>(null)
  const columns = useColumns((id) =>
    onChange((now) => ({ ...now, copies: now.copies.filter((copy) => copy.id !== id) })),
  )
  return (
    <>
      <SearchBox
        label={t('labels.print.scan')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className={said.isWrong ? 'tone-bad small' : 'soft small'} role={said.isWrong ? 'alert' : 'status'}>
        {said.text || t('labels.print.scanHint')}
      </p>
      {copies.length > 0 && (
        <>
          <div className="wanted-copies">
            <Table
              label={t('labels.print.copies')}
              name="labels.copies"
              columns={columns}
              rows={copies}
              keyOf={({ id }) => id}
              selected={selected}
              onSelect={({ id }) => setSelected(id)}
              total={{ count: copies.length, isExact: true }}
              empty={null}
            />
          </div>
          <div className="row">
            <Button kind="quiet" onClick={() => onChange((now) => ({ ...now, copies: [] }))}>
              {t('labels.print.dropAll', { count: copies.length })}
            </Button>
          </div>
        </>
      )}
    </>
  )
}

function useColumns(remove: (id: number) => void): Column<WantedCopy>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'accessionNumber',
      label: t('copies.columns.accessionNumber'),
      widthPx: 100,
      cell: (copy) => copy.accessionNumber,
    },
    { key: 'title', label: t('copies.columns.title'), widthPx: 140, grows: true, cell: (copy) => copy.title },
    {
      key: 'remove',
      label: t('labels.print.remove'),
      widthPx: 48,
      cell: ({ id, accessionNumber }) => (
        <IconButton
          icon="close"
          label={t('labels.print.removeCopy', { accessionNumber })}
          tabIndex={-1}
          onClick={() => remove(id)}
        />
      ),
    },
  ]
}

function useScanning(onChange: SourceProps['onChange']) {
  const { t } = useTranslation()
  const call = useCall()
  const [text, setText] = useState('')
  const [said, say] = useState({ text: '', isWrong: false })
  // A scanner is faster than a busy engine: codes are looked up one after another, in the order they came.
  const last = useRef(Promise.resolve())
  async function gather(code: string) {
    const answer = await call('copies.byCode', { code })
    const [copy, ...others] = answer.ok ? answer.value : []
    if (!copy) return say({ text: t('copies.withdraw.unknown', { code }), isWrong: true })
    if (others.length > 0)
      return say({ text: t('copies.withdraw.several', { code, count: others.length + 1 }), isWrong: true })
    const { id, accessionNumber, title } = copy
    onChange((now) =>
      now.copies.some((known) => known.id === id)
        ? now
        : { ...now, copies: [...now.copies, { id, accessionNumber, title }] },
    )
    say({ text: t('labels.print.added', { accessionNumber, title }), isWrong: false })
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
