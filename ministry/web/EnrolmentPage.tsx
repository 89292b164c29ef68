import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../../renderer/ui/ActDialog.tsx'
import { Button } from '../../renderer/ui/Button.tsx'
import { CopyField } from '../../renderer/ui/CopyField.tsx'
import { Dialog } from '../../renderer/ui/Dialog.tsx'
import { Failure } from '../../renderer/ui/Failure.tsx'
import { PageHeader } from '../../renderer/ui/PageHeader.tsx'
import { Select } from '../../renderer/ui/Select.tsx'
import { Table, type Column } from '../../renderer/ui/Table.tsx'
import { TextField } from '../../renderer/ui/TextField.tsx'
import { displayInstant } from '../../shared/dates.ts'
import type { CodeRow, LibraryName } from '../office/contract.ts'
import { useAct, useAsked } from './asking.ts'
import { useIsAdministrator } from './person.ts'

/** One-time codes: one for each library, one more for a library that lost its key. */
export function EnrolmentPage() {
  const { t } = useTranslation()
  const isAdministrator = useIsAdministrator()
  const [isMaking, setMaking] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  const [isWithdrawing, setWithdrawing] = useState(false)
  const [selected, setSelected] = useState<string | null>(null)
  const columns = useColumns()
  const withdrawing = useAct()
  const { value: rows, failure, isLoading } = useAsked<CodeRow[]>('/codes')
  const chosen = rows?.find(({ codeHash }) => codeHash === selected)
  const unused = isWithdrawing && chosen?.usedAt === null ? chosen : null
  async function withdraw() {
    if (await withdrawing.run({ method: 'DELETE', path: `/codes/${chosen?.codeHash ?? ''}` }))
      setWithdrawing(false)
  }
  return (
    <div className="page filled">
      <PageHeader title={t('ministry.enrolments.title')} hint={t('ministry.enrolments.hint')}>
        {isAdministrator && chosen?.usedAt === null && (
          <Button icon="remove" onClick={() => setWithdrawing(true)}>
            {t('ministry.enrolments.withdraw')}
          </Button>
        )}
        {isAdministrator && (
          <Button kind="primary" icon="add" onClick={() => setMaking(true)}>
            {t('ministry.enrolments.make')}
          </Button>
        )}
      </PageHeader>
      <Failure of={failure} />
      <Table
        label={t('ministry.enrolments.title')}
        name="ministry.codes"
        columns={columns}
        keyOf={({ codeHash }) => codeHash}
        rows={rows ?? []}
        selected={selected}
        onSelect={({ codeHash }) => setSelected(codeHash)}
        isLoading={isLoading}
        empty={t('ministry.enrolments.none')}
      />
      {unused && (
        <ActDialog
          title={t('ministry.enrolments.withdraw')}
          submit={t('ministry.enrolments.withdraw')}
          isRunning={withdrawing.isRunning}
          failure={withdrawing.failure}
          onSubmit={withdraw}
          onClose={() => setWithdrawing(false)}
        >
          <p>{t('ministry.enrolments.withdrawText', { note: unused.note })}</p>
        </ActDialog>
      )}
      {isMaking && (
        <MakeDialog
          onClose={() => setMaking(false)}
          onMade={(made) => {
            setMaking(false)
            setCode(made)
          }}
        />
      )}
      {code && (
        <Dialog title={t('ministry.enrolments.made')} onClose={() => setCode(null)}>
          <p>{t('ministry.enrolments.once')}</p>
          <CopyField label={t('ministry.enrolments.code')} text={code} />
        </Dialog>
      )}
    </div>
  )
}

function useColumns(): Column<CodeRow>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'note',
      label: t('ministry.enrolments.note'),
      widthPx: 260,
      grows: true,
      cell: ({ note }) => note,
    },
    {
      key: 'madeAt',
      label: t('ministry.enrolments.madeAt'),
      widthPx: 160,
      cell: ({ madeAt }) => displayInstant(madeAt),
    },
    { key: 'madeBy', label: t('ministry.enrolments.madeBy'), widthPx: 140, cell: ({ madeBy }) => madeBy },
    {
      key: 'used',
      label: t('ministry.enrolments.used'),
      widthPx: 320,
      cell: ({ usedAt, libraryName }) =>
        usedAt ? `${displayInstant(usedAt)} · ${libraryName ?? ''}` : t('ministry.enrolments.unused'),
    },
  ]
}

function MakeDialog({ onClose, onMade }: { onClose: () => void; onMade: (code: string) => void }) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  const [libraryId, setLibraryId] = useState('')
  const { run, failure, isRunning } = useAct()
  const libraries = useAsked<LibraryName[]>('/libraries')
  async function make() {
    const body = { note, libraryId: libraryId || null }
    const made = await run<{ code: string }>({ method: 'POST', path: '/codes', body })
    if (made) onMade(made.code)
  }
  return (
    <ActDialog
      title={t('ministry.enrolments.make')}
      submit={t('ministry.enrolments.act')}
      isReady={note.trim() !== ''}
      isRunning={isRunning}
      failure={failure ?? libraries.failure}
      onSubmit={make}
      onClose={onClose}
    >
      <TextField
        label={t('ministry.enrolments.note')}
        hint={t('ministry.enrolments.noteHint')}
        isRequired
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Select
        label={t('ministry.enrolments.for')}
        value={libraryId}
        emptyLabel={t('ministry.enrolments.new')}
        options={(libraries.value ?? []).map(({ id, code, name }) => ({
          value: id,
          label: `${code} ${name}`,
        }))}
        onChange={(event) => setLibraryId(event.target.value)}
      />
    </ActDialog>
  )
}
