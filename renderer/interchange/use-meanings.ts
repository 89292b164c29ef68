import { useTranslation } from 'react-i18next'
import { acquisitionSources } from '../../shared/catalogue/contract.ts'
import { conditions, copyStatuses } from '../../shared/copies/contract.ts'
import type { ImportRun } from '../../shared/interchange/contract.ts'
import { useQuery } from '../app/operations.ts'
import type { Option } from '../ui/Select.tsx'

type Kind = ImportRun['counts']['unknownValues'][number]['kind']

/** What a word of a file may mean here, and what it means as long as nobody says. */
export function useMeanings() {
  const { t } = useTranslation()
  const sites = (useQuery('copies.sites', {}).value ?? []).filter(({ closedOn }) => closedOn === null)
  const stores = sites.flatMap((site) =>
    site.stores
      .filter(({ closedOn }) => closedOn === null)
      .map(({ id, name }) => ({ value: String(id), label: `${site.name} – ${name}` })),
  )
  return {
    options(kind: Kind): Option[] {
      switch (kind) {
        case 'site':
          return sites.map(({ id, name }) => ({ value: String(id), label: name }))
        case 'store':
          return stores
        case 'source':
          return acquisitionSources.map((code) => ({ value: code, label: t(`catalogue.sources.${code}`) }))
        case 'condition':
          return conditions.map((code) => ({ value: code, label: t(`copies.conditions.${code}`) }))
        case 'status':
          return copyStatuses.map((code) => ({ value: code, label: t(`copies.statuses.${code}`) }))
      }
    },
    unsaid(kind: Kind, text: string): string {
      switch (kind) {
        case 'site':
          return t('interchange.words.unsaid.site', { site: sites[0]?.name ?? '' })
        case 'store':
          return t('interchange.words.unsaid.store', { text })
        case 'source':
          return t('interchange.words.unsaid.as', { meaning: t('catalogue.sources.other') })
        case 'condition':
          return t('interchange.words.unsaid.as', { meaning: t('copies.conditions.good') })
        case 'status':
          return t('interchange.words.unsaid.as', { meaning: t('copies.statuses.available') })
      }
    },
  }
}
