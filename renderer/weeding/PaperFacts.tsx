import { useTranslation } from 'react-i18next'
import type { Paper } from '../../shared/weeding/contract.ts'
import { PropertyList, type Property } from '../ui/PropertyList.tsx'
import { fieldsOf, frameFieldsOf } from './paper-fields.ts'

/** What a paper says, to read: it is signed, or the person may not change it. */
export function PaperFacts({ paper }: { paper: Paper }) {
  const { t } = useTranslation()
  const { content, kind } = paper
  const reason = content.aboveLimitReason === '' ? [] : (['aboveLimitReason'] as const)
  const properties: Property[] = [
    {
      key: 'symbol',
      label: t('weeding.content.symbol'),
      value: [paper.number, paper.symbol].filter((part) => part !== '').join('/'),
    },
    ...[...fieldsOf(kind), ...reason, ...frameFieldsOf(kind)].map((field) => ({
      key: field,
      label: t(`weeding.content.${field}`),
      value: content[field] === null ? '' : String(content[field]),
      isWide: field === 'text',
    })),
  ]
  return (
    <section className="card">
      <PropertyList properties={properties} />
      {content.members.length > 0 && (
        <ol className="numbered">
          {content.members.map(({ name, title, role }, index) => (
            <li key={index}>
              {[name, title, t(`weeding.roles.${role}`)].filter((part) => part !== '').join(', ')}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
