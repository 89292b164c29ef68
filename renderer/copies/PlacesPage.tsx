import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { copiesAddress } from './copies-address.ts'
import { HoldingTabs } from './HoldingTabs.tsx'
import { SiteDialog } from './SiteDialog.tsx'
import { StoreDialog } from './StoreDialog.tsx'
import type { Site } from './use-places.ts'

type Store = Site['stores'][number]
type Editing =
  | { kind: 'site'; site: Site | null }
  | { kind: 'store'; siteId: number; store: Store | null }
  | null

/** Where copies stand: the library's sites, and the stores in each. */
export function PlacesPage() {
  const { t } = useTranslation()
  const can = useCan()
  const sites = useQuery('copies.sites', {})
  const [editing, setEditing] = useState<Editing>(null)
  const mayChange = can('copies.write')
  const close = () => setEditing(null)
  return (
    <div className="page">
      <PageHeader title={t('copies.places.title')} hint={t('copies.places.hint')}>
        {mayChange && (
          <Button kind="primary" icon="add" onClick={() => setEditing({ kind: 'site', site: null })}>
            {t('copies.places.addSite')}
          </Button>
        )}
      </PageHeader>
      <HoldingTabs />
      <Failure of={sites.failure} />
      {sites.value?.length === 0 && (
        <EmptyState icon="home" text={t('copies.places.empty')}>
          {mayChange && (
            <Button kind="primary" onClick={() => setEditing({ kind: 'site', site: null })}>
              {t('copies.places.addFirst')}
            </Button>
          )}
        </EmptyState>
      )}
      <div className="columns">
        {sites.value?.map((site) => (
          <SiteCard
            key={site.id}
            site={site}
            onEdit={mayChange ? () => setEditing({ kind: 'site', site }) : undefined}
            onStore={mayChange ? (store) => setEditing({ kind: 'store', siteId: site.id, store }) : undefined}
          />
        ))}
      </div>
      {editing?.kind === 'site' && <SiteDialog site={editing.site} onClose={close} />}
      {editing?.kind === 'store' && (
        <StoreDialog siteId={editing.siteId} store={editing.store} onClose={close} />
      )}
    </div>
  )
}

type CardProps = {
  site: Site
  onEdit: (() => void) | undefined
  onStore: ((store: Store | null) => void) | undefined
}

function SiteCard({ site, onEdit, onStore }: CardProps) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-label={site.name}>
      <div className="row">
        <h2>{site.name}</h2>
        {site.code && <span className="soft">{site.code}</span>}
        <Closed on={site.closedOn} />
        <span className="spacer" />
        <Link to={copiesAddress({ siteId: site.id })}>{t('copies.places.copies')}</Link>
        {onEdit && (
          <IconButton icon="edit" label={t('copies.places.edit', { name: site.name })} onClick={onEdit} />
        )}
      </div>
      {site.note && <p className="soft">{site.note}</p>}
      {site.stores.length === 0 ? (
        <p className="soft">{t('copies.places.noStores')}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('copies.places.store')}</th>
              <th>{t('copies.places.code')}</th>
              <th className="end" />
            </tr>
          </thead>
          <tbody>
            {site.stores.map((store) => (
              <tr key={store.id}>
                <td>
                  {store.name} {store.isReadingOnly && <Chip>{t('copies.places.readingOnly')}</Chip>}
                  <Closed on={store.closedOn} />
                </td>
                <td>{store.code}</td>
                <td className="end nowrap">
                  <Link to={copiesAddress({ siteId: site.id, storeId: store.id })}>
                    {t('copies.places.copies')}
                  </Link>{' '}
                  {onStore && (
                    <IconButton
                      icon="edit"
                      label={t('copies.places.edit', { name: store.name })}
                      onClick={() => onStore(store)}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {onStore && site.closedOn === null && (
        <div className="actions">
          <Button icon="add" onClick={() => onStore(null)}>
            {t('copies.places.addStore')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Closed({ on }: { on: string | null }) {
  const { t } = useTranslation()
  return on !== null && <Chip tone="warn">{t('copies.places.closed', { on: displayDate(on) })}</Chip>
}
