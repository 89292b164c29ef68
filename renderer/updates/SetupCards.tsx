import { useTranslation } from 'react-i18next'
import type { KeptSetup } from '../../shared/updates/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { PropertyList } from '../ui/PropertyList.tsx'
import { formatSize } from '../ui/sizes.ts'
import { Starting } from './Starting.tsx'
import { useStartSetup } from './use-start-setup.ts'

/** The version that runs, and the newer one that lies ready. */
export function SetupCards({ status }: { status: Output<'updates.status'> }) {
  const { t, i18n } = useTranslation()
  const starting = useStartSetup()
  const newer = status.setups.find(({ standing }) => standing === 'newer')
  const others = status.setups.filter((setup) => setup !== newer)
  const size = (bytes: number) => formatSize(bytes, numberStyle(i18n.language))
  const line = ({ version, standing, size: bytes }: KeptSetup) =>
    `${version} (${t(`updates.standing.${standing}`)}, ${size(bytes)})`
  return (
    <>
      {newer && (
        <section className="card">
          <h2>{t('updates.ready.title', { version: newer.version })}</h2>
          <p>{i18n.language === 'en' ? newer.notes.en : newer.notes.vi}</p>
          <p className="soft">
            {t('updates.ready.published', { on: displayDate(newer.publishedOn) })}
            {' · '}
            {newer.brings > 0
              ? t('updates.ready.brings', { count: newer.brings })
              : t('updates.ready.bringsNone')}
          </p>
          <p>{t('updates.ready.before')}</p>
          <Starting of={starting} />
          <div className="actions">
            <Button
              does="updates.verify"
              kind="primary"
              icon="forward"
              disabled={starting.isRunning}
              onClick={() => void starting.start(newer.version)}
            >
              {t('updates.ready.start')}
            </Button>
          </div>
        </section>
      )}
      <section className="card">
        <h2>{t('updates.here.title')}</h2>
        <PropertyList
          properties={[
            { key: 'version', label: t('updates.here.version'), value: status.version },
            {
              key: 'kept',
              label: t('updates.here.kept'),
              value: others.map(line).join('; ') || t('updates.here.none'),
              isWide: true,
            },
            { key: 'folder', label: t('updates.here.folder'), value: status.folder, isWide: true },
          ]}
        />
      </section>
    </>
  )
}
