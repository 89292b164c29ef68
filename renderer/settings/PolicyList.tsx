import { useTranslation } from 'react-i18next'
import { type Policies, policyNames } from '../../shared/policies.ts'
import { Notice } from '../ui/Notice.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'

/** What whoever looks after this PC said, and what of it could not be read. */
export function PolicyList({ policies }: { policies: Policies }) {
  const { t } = useTranslation()
  const said = (['fixed', 'offered'] as const).flatMap((group) =>
    policyNames.flatMap((name) => {
      const value = policies[group][name]
      if (value === undefined) return []
      const words =
        typeof value === 'boolean' ? t(value ? 'settings.program.yes' : 'settings.program.no') : value
      const key = `${group}/${name}`
      // No page has a switch for the network, so whichever way it is said it holds.
      return [
        {
          key,
          label: t(`settings.program.fields.${name}`),
          value: `${words} (${t(`settings.program.${name === 'online' ? 'fixed' : group}`)})`,
        },
      ]
    }),
  )
  return (
    <section className="card">
      <h2>{t('settings.program.policies')}</h2>
      {policies.problems.map(({ source, name }) => (
        <Notice
          key={`${source}/${name}`}
          icon="warning"
          text={t(name === null ? 'settings.program.policyUnread' : 'settings.program.policyWrong', {
            source: t(`settings.program.sources.${source}`),
            name: name ?? '',
          })}
        />
      ))}
      {said.length === 0 ? (
        <p className="soft">{t('settings.program.noPolicies')}</p>
      ) : (
        <PropertyList properties={said} />
      )}
    </section>
  )
}
