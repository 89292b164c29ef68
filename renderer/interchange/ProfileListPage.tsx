import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { profileFromFile, profileToFile } from '../../shared/interchange/profile-file.ts'
import { useKept } from '../app/kept.ts'
import { useCommand } from '../app/operations.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { InterchangeTabs } from './InterchangeTabs.tsx'
import { ProfileDialog } from './ProfileDialog.tsx'
import { chooseText, saveText } from './text-files.ts'
import { plainProfile } from './use-new-run.ts'
import { useProfiles, type KnownProfile } from './use-profiles.ts'
import { useRunWords } from './use-run-words.ts'

type Props = { known: KnownProfile }
const fileEnd = '.khosach-profile.json'

/** How the files of other systems are read: the library's own ways, and those that come with the program. */
export function ProfileListPage() {
  const { t } = useTranslation()
  const profiles = useProfiles()
  const [selected, setSelected] = useKept<string | null>('profiles.selected', null)
  const [editing, setEditing] = useState<KnownProfile | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const columns = useProfileColumns(profiles.nameOf, setEditing)
  const rows = [...profiles.own, ...profiles.ready]
  async function takeFromFile() {
    setProblem(null)
    const text = await chooseText('.json')
    if (text === null) return
    const read = profileFromFile(text)
    if ('problem' in read) {
      const { code, detail } = read.problem
      return setProblem(t(`interchange.problems.${code}`, { detail }))
    }
    setEditing({ id: null, code: '', profile: read.profile })
  }
  return (
    <div className="page filled">
      <PageHeader title={t('interchange.profileList.title')} hint={t('interchange.profileList.hint')}>
        <Button icon="file" onClick={() => void takeFromFile()}>
          {t('interchange.profileList.fromFile')}
        </Button>
        <Button
          kind="primary"
          icon="add"
          onClick={() => setEditing({ id: null, code: '', profile: { ...plainProfile, name: '' } })}
        >
          {t('interchange.profileList.add')}
        </Button>
      </PageHeader>
      <InterchangeTabs />
      <Failure of={profiles.failure} />
      {problem && (
        <p className="fact warn" role="alert">
          <Icon name="warning" />
          <span>{problem}</span>
        </p>
      )}
      <Table
        label={t('interchange.profileList.title')}
        name="import-profiles"
        columns={columns}
        rows={rows}
        keyOf={keyOf}
        selected={selected}
        onSelect={(known) => setSelected(keyOf(known))}
        onOpen={setEditing}
        isLoading={!profiles.isReady && !profiles.failure}
        empty={null}
      />
      {editing && (
        <ProfileDialog
          known={editing}
          name={editing.id === null && editing.code !== '' ? profiles.nameOf(editing) : editing.profile.name}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}

function keyOf({ id, code }: KnownProfile): string {
  return id === null ? code : String(id)
}

function useProfileColumns(
  nameOf: (known: KnownProfile) => string,
  onEdit: (known: KnownProfile) => void,
): Column<KnownProfile>[] {
  const { t } = useTranslation()
  const { encoding } = useRunWords()
  return [
    {
      key: 'name',
      label: t('interchange.profileList.name'),
      widthPx: 280,
      grows: true,
      cell: (known) => nameOf(known),
    },
    {
      key: 'whose',
      label: t('interchange.profileList.whose'),
      widthPx: 140,
      cell: ({ id }) => t(id === null ? 'interchange.profileList.ready' : 'interchange.profileList.own'),
    },
    {
      key: 'source',
      label: t('interchange.facts.source'),
      widthPx: 140,
      cell: ({ profile }) => profile.source,
    },
    {
      key: 'encoding',
      label: t('interchange.encoding.label'),
      widthPx: 170,
      cell: ({ profile }) => encoding(profile.encoding),
    },
    {
      key: 'copies',
      label: t('interchange.profileList.copies'),
      widthPx: 140,
      cell: ({ profile }) => profile.copies?.tags.join(', ') ?? '–',
    },
    {
      key: 'acts',
      label: t('interchange.profileList.acts'),
      widthPx: 84,
      cell: (known) => <Acts known={known} name={nameOf(known)} onEdit={() => onEdit(known)} />,
    },
  ]
}

function Acts({ known, name, onEdit }: Props & { name: string; onEdit: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const refusalText = useFailureText()
  const remove = useCommand('interchange.removeProfile')
  const save = useCommand('interchange.saveProfile')
  const { id, profile } = known
  async function drop(owned: number) {
    const answer = await remove.run({ id: owned })
    toast(
      answer.ok
        ? {
            text: t('interchange.profileList.removed', { name }),
            onUndo: async () => void (await save.run({ profile })),
          }
        : { text: refusalText(answer.error) },
    )
  }
  return (
    <span className="in-row row">
      <IconButton
        icon={id === null ? 'add' : 'edit'}
        label={t(id === null ? 'interchange.profileList.copy' : 'interchange.profileList.edit', { name })}
        onClick={onEdit}
      />
      <Menu
        label={t('interchange.profileList.more', { name })}
        buttonClass="button quiet icon-only"
        button={<Icon name="more" />}
        items={[
          {
            key: 'file',
            label: t('interchange.profileList.toFile'),
            icon: 'save',
            onPick: () => saveText(`${name}${fileEnd}`, profileToFile({ ...profile, name })),
          },
          ...(id === null
            ? []
            : ([
                {
                  key: 'remove',
                  label: t('interchange.profileList.remove'),
                  icon: 'remove',
                  onPick: () => void drop(id),
                },
              ] as const)),
        ]}
      />
    </span>
  )
}
