import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProfileFields, type Profile } from '../../shared/preservation/contract.ts'
import { exampleName } from '../../shared/preservation/naming.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { FileProfileDialog } from './FileProfileDialog.tsx'
import { PreservationTabs } from './PreservationTabs.tsx'

/** What the library asks of its files: how they are named, which formats, how dense, in colour or not. */
export function FileProfilesPage() {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const profiles = useQuery('preservation.profiles', {})
  const remove = useCommand('preservation.removeProfile')
  const add = useCommand('preservation.addProfile')
  const [selected, setSelected] = useState<number | null>(null)
  const [edited, setEdited] = useState<Profile | 'new' | null>(null)
  const columns = useColumns()
  const rows = profiles.value ?? []
  const current = rows.find(({ id }) => id === selected)
  const mayWrite = can('preservation.write')
  async function drop(profile: Profile) {
    const answer = await remove.run({ id: profile.id, rev: profile.rev })
    if (answer.ok)
      toast({
        text: t('preservation.profiles.removed', { name: profile.name }),
        onUndo: async () => void (await add.run(ProfileFields.parse(profile))),
      })
  }
  return (
    <div className="page filled">
      <PageHeader title={t('preservation.profiles.title')} hint={t('preservation.profiles.hint')}>
        {mayWrite && (
          <>
            {current && (
              <>
                <Button icon="edit" onClick={() => setEdited(current)}>
                  {t('preservation.profiles.edit')}
                </Button>
                <Button icon="remove" disabled={remove.isRunning} onClick={() => void drop(current)}>
                  {t('preservation.profiles.remove')}
                </Button>
              </>
            )}
            <Button kind="primary" icon="add" onClick={() => setEdited('new')}>
              {t('preservation.profiles.add')}
            </Button>
          </>
        )}
      </PageHeader>
      <PreservationTabs />
      <Failure of={profiles.failure ?? remove.failure} />
      <Table
        label={t('preservation.profiles.title')}
        name="preservation.profiles"
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={(profile) => mayWrite && setEdited(profile)}
        total={{ count: rows.length, isExact: true }}
        isLoading={profiles.isLoading}
        empty={<EmptyState icon="file" text={t('preservation.profiles.empty')} />}
      />
      {edited && (
        <FileProfileDialog profile={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </div>
  )
}

function useColumns(): Column<Profile>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return [
    {
      key: 'name',
      label: t('preservation.profiles.name'),
      widthPx: 250,
      grows: true,
      cell: ({ name }) => name,
    },
    {
      key: 'example',
      label: t('preservation.profiles.example'),
      widthPx: 200,
      cell: ({ pattern, firstPage }) =>
        pattern === '' ? t('preservation.profiles.anyName') : exampleName(pattern, 'SH000123', firstPage),
    },
    {
      key: 'formats',
      label: t('preservation.profiles.formats'),
      widthPx: 140,
      cell: ({ formats }) =>
        formats.length === 0
          ? t('preservation.profiles.anyFormat')
          : formats.map((format) => t(`preservation.formats.${format}`)).join(', '),
    },
    {
      key: 'minDpi',
      label: t('preservation.profiles.minDpi'),
      widthPx: 110,
      align: 'end',
      cell: ({ minDpi }) => (minDpi === null ? '' : number(minDpi)),
    },
    {
      key: 'minColour',
      label: t('preservation.profiles.minColour'),
      widthPx: 130,
      cell: ({ minColour }) => minColour && t(`preservation.colours.${minColour}`),
    },
  ]
}
