import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useCan } from '../app/permissions.ts'
import { Icon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { searchAddress } from './search-address.ts'

/** The other ways through the catalogue, and its care. */
export function TitleListMenu() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const can = useCan()
  const go = (to: string) => () => void navigate(to)
  return (
    <Menu
      label={t('catalogue.list.other')}
      buttonClass="button"
      button={
        <>
          {t('catalogue.list.other')}
          <Icon name="down" />
        </>
      }
      items={[
        {
          key: 'shelf',
          label: t('catalogue.shelf.browse'),
          icon: 'book',
          onPick: go(searchAddress({ sort: 'call_number' })),
        },
        {
          key: 'newest',
          label: t('catalogue.list.newest'),
          icon: 'history',
          onPick: go(searchAddress({ sort: 'newest' })),
        },
        { key: 'line', isLine: true },
        {
          key: 'authorities',
          label: t('catalogue.authorities.title'),
          icon: 'people',
          onPick: go('/catalogue/authorities'),
        },
        ...(can('catalogue.write')
          ? ([
              {
                key: 'duplicates',
                label: t('catalogue.duplicates.title'),
                icon: 'panel',
                onPick: go('/catalogue/duplicates'),
              },
            ] as const)
          : []),
        { key: 'edits', label: t('catalogue.edits.title'), icon: 'restore', onPick: go('/catalogue/edits') },
      ]}
    />
  )
}
