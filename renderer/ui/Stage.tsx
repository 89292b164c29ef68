import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from './icons.tsx'

type Props = { brand?: string; icon?: IconName; corner?: string; isBroad?: boolean; children: ReactNode }

/** A page without the shell: one card in the middle of the window. */
export function Stage({ brand, icon = 'book', corner, isBroad = false, children }: Props) {
  const { t } = useTranslation()
  return (
    <main className="stage">
      <div className={isBroad ? 'card broad' : 'card'}>
        <div className="row">
          <div className="brand">
            <Icon name={icon} />
            {brand ?? t('common.product')}
          </div>
          <span className="spacer" />
          {corner && <span className="soft small">{corner}</span>}
        </div>
        {children}
      </div>
    </main>
  )
}
