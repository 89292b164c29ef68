import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { keptAddress } from '../app/kept.ts'
import { useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { addressIn } from './back-address.ts'
import { beginningFrom, beginningOf, duplicateOf, templateFor, type NewTitle } from './new-title.ts'
import { NewTitleForm } from './NewTitleForm.tsx'

function numberIn(search: URLSearchParams, name: string): number | null {
  const value = Number(search.get(name))
  return Number.isInteger(value) && value > 0 ? value : null
}

/** Made for a stack of books: Ctrl+Enter saves and the next book can be typed at once. */
export function TitleAddPage() {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const fromId = numberIn(search, 'from')
  const hostId = numberIn(search, 'host')
  const poolRecordId = numberIn(search, 'pool')
  const back = addressIn(search, 'back')
  return (
    <div className="page">
      <PageHeader
        title={t(`catalogue.form.${fromId ? 'duplicate' : poolRecordId ? 'fromPool' : 'addTitle'}`)}
        back={
          back
            ? { to: back, label: t('catalogue.form.return') }
            : { to: keptAddress('/catalogue'), label: t('catalogue.list.title') }
        }
      />
      <Stack key={`${fromId}/${hostId}/${poolRecordId}`} {...{ fromId, hostId, poolRecordId, back }} />
    </div>
  )
}

type Origin = {
  /** The title it is a duplicate of, or the record of another library it is made from. */
  fromId: number | null
  poolRecordId: number | null
  hostId: number | null
}
type StackProps = Origin & { back: string | null }

function draftKeyOf({ fromId, poolRecordId, hostId }: Origin): string {
  if (fromId !== null) return `catalogue.addTitle/from/${fromId}`
  if (poolRecordId !== null) return `catalogue.addTitle/pool/${poolRecordId}`
  return hostId === null ? 'catalogue.addTitle' : `catalogue.addTitle/host/${hostId}`
}

/** The form of one book after the other, each begun with what the one before left. */
function Stack({ fromId, poolRecordId, hostId, back }: StackProps) {
  const templates = useQuery('catalogue.templates', {})
  const original = useQuery('catalogue.title', { id: fromId ?? 0 }, { isActive: fromId !== null })
  const record = useQuery('catalogue.record', { id: fromId ?? 0 }, { isActive: fromId !== null })
  const pooled = useQuery(
    'interchange.poolRecord',
    { id: poolRecordId ?? 0 },
    { isActive: poolRecordId !== null && fromId === null },
  )
  const [next, setNext] = useState<{ number: number; began: NewTitle | null }>({ number: 1, began: null })
  const known = templates.value
  const first = useMemo(() => {
    if (fromId !== null) {
      if (!original.value || !record.value) return null
      const { material, digitalOrigin, hostId: sameHost } = original.value
      return {
        ...beginningOf(material, duplicateOf(record.value.record), { hostId: sameHost }),
        digitalOrigin,
      }
    }
    if (poolRecordId !== null) return pooled.value ? beginningFrom(pooled.value.record) : null
    const material = hostId === null ? 'book' : 'article'
    return beginningOf(material, templateFor(known ?? [], material)?.record ?? null, { hostId })
  }, [fromId, poolRecordId, hostId, known, original.value, record.value, pooled.value])
  const began = next.began ?? first
  const failure = templates.failure ?? original.failure ?? record.failure ?? pooled.failure
  if (!began) return <Failure of={failure} />
  return (
    <NewTitleForm
      key={next.number}
      began={began}
      templates={known ?? []}
      back={back}
      draftKey={draftKeyOf({ fromId, poolRecordId, hostId })}
      onNext={(saved) => setNext({ number: next.number + 1, began: nextAfter(saved) })}
    />
  )

  function nextAfter({ material, language, addedOn, hostId: lastHost }: NewTitle): NewTitle {
    const template = templateFor(known ?? [], material)
    const isArticle = material === 'article'
    return beginningOf(material, template?.record ?? null, {
      language,
      addedOn,
      hostId: isArticle ? lastHost : null,
    })
  }
}
