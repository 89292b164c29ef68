import { useTranslation } from 'react-i18next'
import { attendanceParts, type SessionFields } from '../../shared/activities/contract.ts'
import { displayDate, spanText } from '../../shared/dates.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { useQuery } from '../app/operations.ts'
import { Disputed } from '../app/Disputed.tsx'
import type { useConflict } from '../app/use-conflict.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { readPart, type ActivityParts } from './activity-parts.ts'
import { useActivityWords } from './use-activity-words.ts'

export type TheirParts = ActivityParts & { rev: number }
type Props = { of: ReturnType<typeof useConflict<ActivityParts, TheirParts>> }

/** Asks about what two people changed differently: a field, an answer, or a session, each in its words. */
export function ActivityDisputed({ of }: Props) {
  const words = usePartWords()
  return <Disputed of={of} label={(name) => words.label(name, of.conflict?.theirs)} shown={words.shown} />
}

function usePartWords() {
  const { t } = useTranslation()
  const number = useNumberText()
  const { typeName, typeOf, fieldLabel, choiceLabel } = useActivityWords()
  const sites = useQuery('copies.sites', {}).value ?? []
  const fieldOf = (key: string, parts: ActivityParts | undefined) =>
    typeOf(String(parts?.['typeCode']))?.fields.find((field) => field.key === key)

  function label(name: string, parts: ActivityParts | undefined): string {
    const { kind, key } = readPart(name)
    if (kind === 'session') return t('activities.form.session')
    if (kind === 'detail') return fieldLabel(fieldOf(key, parts) ?? { key, label: key })
    return t(runtimeKey(`activities.fields.${key}`))
  }

  function shown(name: string, parts: ActivityParts): string {
    const value = parts[name]
    const { kind, key } = readPart(name)
    if (value === undefined) return t('activities.form.takenAway')
    if (kind === 'session') return sessionText(value as SessionFields)
    if (value === null || value === '') return ''
    if (typeof value === 'boolean') return t(value ? 'activities.form.yes' : 'activities.form.no')
    if (key === 'siteId') return sites.find(({ id }) => id === value)?.name ?? ''
    if (typeof value === 'number') return number(value)
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const lists = { state: 'states', part: 'parts', reach: 'reaches', moneySource: 'moneySources' } as const
    if (key === 'typeCode') return typeName(text)
    if (Object.hasOwn(lists, key))
      return t(runtimeKey(`activities.${lists[key as keyof typeof lists]}.${text}`))
    const field = kind === 'detail' ? fieldOf(key, parts) : undefined
    if (field?.kind === 'choice') return choiceLabel(field, text)
    return field?.kind === 'date' ? displayDate(text) : text
  }

  function sessionText(session: SessionFields): string {
    const { on, until, startTime, endTime, state, attended, note } = session
    const groups = attendanceParts.flatMap((part) =>
      session[part] === null ? [] : [`${t(`activities.session.${part}`)} ${number(session[part])}`],
    )
    return [
      spanText(on, until ?? on),
      [startTime, endTime].filter(Boolean).join('–'),
      t(`activities.sessionStates.${state}`),
      attended === null ? '' : t('activities.session.total', { shown: number(attended) }),
      ...groups,
      note,
    ]
      .filter((each) => each !== '')
      .join(' · ')
  }

  return { label, shown }
}
