import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useCan } from '../app/permissions.ts'
import { Icon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'

export type FolderAct = 'read' | 'full' | 'pack' | 'edit' | 'unlink'
type Props = { id: number; onPick: (act: FolderAct) => void }

/** What may be done with a folder beside checking it. */
export function FolderMenu({ id, onPick }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const acts = [
    { key: 'read', label: t('preservation.readForm.open'), icon: 'book' },
    { key: 'full', label: t('preservation.folder.checkFull'), icon: 'history' },
    { key: 'pack', label: t('preservation.makeForm.open'), icon: 'send', does: 'preservation.makePackage' },
    { key: 'edit', label: t('preservation.folder.edit'), icon: 'edit', does: 'preservation.updateFolder' },
    { key: 'unlink', label: t('preservation.folder.unlink'), icon: 'remove' },
  ] as const
  const sheet = {
    key: 'sheet',
    label: t('preservation.sheet.open'),
    icon: 'print',
    onPick: () => void navigate(`/preservation/folders/${id}/sheet`),
  } as const
  return (
    <Menu
      label={t('preservation.folder.more')}
      buttonClass="button"
      button={
        <>
          {t('preservation.folder.more')}
          <Icon name="down" />
        </>
      }
      items={[
        ...(can('preservation.write') ? acts.map((act) => ({ ...act, onPick: () => onPick(act.key) })) : []),
        sheet,
      ]}
    />
  )
}
